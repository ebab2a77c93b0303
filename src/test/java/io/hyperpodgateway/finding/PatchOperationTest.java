package io.hyperpodgateway.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonPointer;

import org.junit.jupiter.api.Test;

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
}
