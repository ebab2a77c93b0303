package io.hyperpodgateway.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

class JsonObjectTest {

    private final JsonObject object =
            JsonObject.of("text", Json.of("a"))
                    .with("number", Json.of(7))
                    .with("truth", Json.of(true))
                    .with("object", JsonObject.of("inner", JsonNull.NULL))
                    .with("array", JsonArray.ofTexts(List.of("x", "y")));

    @Test
    void answersMembersOfTheirKind() {
        assertThat(object.text("text")).contains("a");
        assertThat(object.integer("number")).contains(7L);
        assertThat(object.object("object")).contains(JsonObject.of("inner", JsonNull.NULL));
        assertThat(object.items("array")).containsExactly(Json.of("x"), Json.of("y"));
        assertThat(object.get("truth")).contains(Json.of(true));
    }

    @Test
    void answersNothingForMembersOfOtherKindsAndAbsentOnes() {
        assertThat(object.text("number")).isEmpty();
        assertThat(object.integer("text")).isEmpty();
        assertThat(object.object("array")).isEmpty();
        assertThat(object.items("object")).isEmpty();
        assertThat(object.get("absent")).isEmpty();
    }

    @Test
    void setsMembersInTheirPlaceOrAtTheEnd() {
        JsonObject changed =
                object.with("text", Json.of("b"))
                        .with("new", Optional.of(Json.of(1)))
                        .with("none", Optional.empty());

        assertThat(changed.members().keySet())
                .containsExactly("text", "number", "truth", "object", "array", "new");
        assertThat(changed.text("text")).contains("b");
        assertThat(object.text("text")).contains("a");
    }

    @Test
    void losesMembers() {
        assertThat(object.without("text").members()).doesNotContainKey("text").hasSize(4);
        assertThat(object.without("absent")).isSameAs(object);
        assertThat(object.stream()).hasSize(5);
    }

    @Test
    void isNotChangedFromOutside() {
        var members = new LinkedHashMap<String, Json>();
        members.put("a", Json.of(1));
        var copied = new JsonObject(members);
        members.clear();

        assertThat(copied.members()).hasSize(1);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> copied.members().clear());
    }

    @Test
    void namesItsKindAndThatOfEveryOtherValue() {
        assertThat(List.of(object, JsonArray.ofTexts(List.of()), Json.of(""), Json.of(1)))
                .extracting(Json::kind)
                .containsExactly("an object", "an array", "a string", "a number");
        assertThat(Json.of(true).kind()).isEqualTo("a boolean");
        assertThat(JsonNull.NULL.kind()).isEqualTo("null");
    }
}
