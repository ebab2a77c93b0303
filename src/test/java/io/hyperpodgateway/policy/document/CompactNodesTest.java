package io.hyperpodgateway.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.json.JsonReading.Read;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class CompactNodesTest {

    private static final String EVERY_KIND =
            """
            # a comment moves the lines
            text: "a \\u00e9 \\\" b"
            numbers: [1, 2.50, -3e4]
            truths: {yes: true, no: false}
            nothing: null
            empty: [{}, []]
            twice: 1
            twice: 2
            """;

    @Test
    void readsWhatItWrote() {
        YamlNode node = YamlReader.read(EVERY_KIND, new Mistakes()).orElseThrow();

        String written = CompactNodes.write(node).toText();

        assertThat(JsonReader.read(written))
                .isInstanceOfSatisfying(
                        Read.class,
                        read -> assertThat(CompactNodes.read(read.value())).isEqualTo(node));
    }

    @Test
    void writesNothingUnusable() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompactNodes.write(new YamlNode.Unusable(1, 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"node", "scalar"})
    void refusesWhatItDidNotWrite(String kind) {
        var foreign = new JsonArray(List.of(Json.of(kind), Json.of("1"), Json.of(1)));

        assertThatIllegalArgumentException().isThrownBy(() -> CompactNodes.read(foreign));
    }
}
