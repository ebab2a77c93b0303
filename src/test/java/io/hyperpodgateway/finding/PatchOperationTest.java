package io.hyperpodgateway.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;

import org.junit.jupiter.api.Test;

import java.util.List;

class PatchOperationTest {

    @Test
    void isWrittenAsJsonPatch() {
        JsonPointer place = JsonPointer.of("a~/b");

        assertThat(new PatchOperation.Remove(place).toJson().toText())
                .isEqualTo("{\"op\":\"remove\",\"path\":\"/a~0~1b\"}");
        assertThat(new PatchOperation.Add(place, Json.of(true)).toJson().toText())
                .isEqualTo("{\"op\":\"add\",\"path\":\"/a~0~1b\",\"value\":true}");
        assertThat(new PatchOperation.Replace(place, Json.of("x")).toJson().toText())
                .isEqualTo("{\"op\":\"replace\",\"path\":\"/a~0~1b\",\"value\":\"x\"}");
        assertThat(new PatchOperation.Move(place, JsonPointer.of("c")).toJson().toText())
                .isEqualTo("{\"op\":\"move\",\"from\":\"/a~0~1b\",\"path\":\"/c\"}");
    }

    @Test
    void isReadBackFromTheRecord() {
        JsonPointer place = JsonPointer.of("a~/b");
        List<PatchOperation> operations =
                List.of(
                        new PatchOperation.Remove(place),
                        new PatchOperation.Add(place, Json.of(true)),
                        new PatchOperation.Replace(place, Json.of("x")),
                        new PatchOperation.Move(place, JsonPointer.of("c")));

        assertThat(operations)
                .allSatisfy(operation ->
                        assertThat(PatchOperation.fromJson(operation.toJson()))
                                .isEqualTo(operation));
        JsonObject other = operations.getFirst().toJson().with("op", Json.of("test"));
        assertThatThrownBy(() -> PatchOperation.fromJson(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("test");
    }

    @Test
    void appliesToWhatHasItsPlaces() {
        JsonObject document = JsonObject.of("a", JsonObject.of("b", Json.of(1)));
        JsonPointer there = JsonPointer.of("a", "b");
        JsonPointer free = JsonPointer.of("a", "c");

        assertThat(new PatchOperation.Remove(there).appliesTo(document)).isTrue();
        assertThat(new PatchOperation.Remove(free).appliesTo(document)).isFalse();
        assertThat(new PatchOperation.Move(there, free).appliesTo(document)).isTrue();
        assertThat(new PatchOperation.Move(free, there).appliesTo(document)).isFalse();
        assertThat(new PatchOperation.Move(there, there).appliesTo(document)).isFalse();
        assertThat(new PatchOperation.Move(there, free.member("d")).appliesTo(document)).isFalse();
    }
}
