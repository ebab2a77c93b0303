package io.hyperpodgateway.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class JsonWriterTest {

    @Test
    void writesCompactlyInTheOrderGiven() {
        Json value =
                JsonObject.of("b", new JsonArray(List.of(Json.of(1), Json.of(true), JsonNull.NULL)))
                        .with("a", Json.of("x"))
                        .with("", JsonObject.EMPTY);

        assertThat(value.toText()).isEqualTo("{\"b\":[1,true,null],\"a\":\"x\",\"\":{}}");
    }

    @Test
    void keepsTheTextOfNumbers() {
        for (String digits :
                List.of("1.0", "-0", "1e2", "1E+999999999", "0." + "3".repeat(5_000))) {
            assertThat(new JsonNumber(digits).toText()).isEqualTo(digits);
        }
    }

    @Test
    void escapesWhatMustBeAndNothingElse() {
        assertThat(Json.of("\"\\/\b\f\n\r\t\0\u001f\u007f\u2028é\uD83D\uDE00").toText())
                .isEqualToIgnoringCase(
                        "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u007f\u2028é\uD83D\uDE00\"");
        assertThat(JsonObject.of("a\"\n", Json.of(1)).toText()).isEqualTo("{\"a\\\"\\n\":1}");
    }
}
