package io.hyperpodgateway.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonPointer;

import org.junit.jupiter.api.Test;

class FixTest {

    @Test
    void isWrittenAsJsonPatch() {
        JsonPointer place = JsonPointer.of("a~/b");

        assertThat(Fix.remove(place).toText())
                .isEqualTo("[{\"op\":\"remove\",\"path\":\"/a~0~1b\"}]");
        assertThat(Fix.add(place, Json.of(true)).toText())
                .isEqualTo("[{\"op\":\"add\",\"path\":\"/a~0~1b\",\"value\":true}]");
        assertThat(Fix.replace(place, Json.of("x")).toText())
                .isEqualTo("[{\"op\":\"replace\",\"path\":\"/a~0~1b\",\"value\":\"x\"}]");
        assertThat(Fix.move(place, JsonPointer.of("c")).toText())
                .isEqualTo("[{\"op\":\"move\",\"from\":\"/a~0~1b\",\"path\":\"/c\"}]");
    }
}
