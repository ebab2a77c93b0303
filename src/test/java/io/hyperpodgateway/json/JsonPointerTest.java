package io.hyperpodgateway.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPointerTest {

    @ParameterizedTest
    @CsvSource(
            value = {
                "foo, /foo",
                "'', /",
                "a/b, /a~1b",
                "c%d, /c%d",
                "i\\j, /i\\j",
                "' ', '/ '",
                "m~n, /m~0n",
                "~1, /~01",
                "~0, /~00",
                "/~, /~1~0",
                "\"k, /\"k"
            },
            quoteCharacter = '\'')
    void escapesAsTheRfcHasIt(String token, String text) {
        assertThat(JsonPointer.of(token)).hasToString(text);
        assertThat(JsonPointer.parse(text)).isEqualTo(JsonPointer.of(token));
    }

    @Test
    void isEmptyForTheWholeDocument() {
        assertThat(JsonPointer.ROOT).hasToString("");
        assertThat(JsonPointer.parse("")).isEqualTo(JsonPointer.ROOT);
    }

    @Test
    void leadsToMembersAndItems() {
        JsonPointer pointer = JsonPointer.ROOT.member("InstanceGroups").item(0).member("a/b");

        assertThat(pointer).hasToString("/InstanceGroups/0/a~1b");
        assertThat(pointer.tokens()).containsExactly("InstanceGroups", "0", "a/b");
        assertThat(JsonPointer.parse("/InstanceGroups/0/a~1b")).isEqualTo(pointer);
        assertThat(JsonPointer.parse("/a//").tokens()).containsExactly("a", "", "");
    }

    @Test
    void isToldFromAboveWhereNamesAreLong() {
        JsonPointer group = JsonPointer.of("InstanceGroups", "0");

        assertThat(group.shortened()).isEqualTo(group);
        assertThat(group.member("~".repeat(600)).member("x").shortened()).isEqualTo(group);
        assertThat(JsonPointer.of("a".repeat(JsonPointer.MAX_LENGTH - 1)).shortened().tokens())
                .hasSize(1);
        assertThat(JsonPointer.of("a".repeat(JsonPointer.MAX_LENGTH)).shortened())
                .isEqualTo(JsonPointer.ROOT);
    }

    /// What takes six bytes in JSON counts as six, and what takes four in UTF-8 as four.
    @ParameterizedTest
    @CsvSource({"0061, 1", "00e9, 2", "4e16, 3", "1f600, 4", "0001, 6", "0022, 2", "002f, 2"})
    void countsWhatANameTakesInAnAnswer(String hex, int bytes) {
        String letter = Character.toString(Integer.parseInt(hex, 16));
        int most = (JsonPointer.MAX_LENGTH - 1) / bytes;

        assertThat(JsonPointer.of(letter.repeat(most)).shortened().tokens()).hasSize(1);
        assertThat(JsonPointer.of(letter.repeat(most + 1)).shortened()).isEqualTo(JsonPointer.ROOT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "#/a", "/a~", "/~2", "/a~/b", " /a"})
    void refusesWhatIsNoPointer(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonPointer.parse(text));
    }

    @Test
    void findsWhatStandsAtAPlace() {
        Json document =
                JsonObject.of("a/", new JsonArray(java.util.List.of(Json.of("x"), Json.of(1))));

        assertThat(JsonPointer.ROOT.in(document)).contains(document);
        assertThat(JsonPointer.of("a/", "1").in(document)).contains(Json.of(1));
        assertThat(JsonPointer.of("a/", "2").in(document)).isEmpty();
        assertThat(JsonPointer.of("a/", "01").in(document)).isEmpty();
        assertThat(JsonPointer.of("a/", "99999999999").in(document)).isEmpty();
        assertThat(JsonPointer.of("a/", "0", "b").in(document)).isEmpty();
        assertThat(JsonPointer.of("b").in(document)).isEmpty();
    }
}
