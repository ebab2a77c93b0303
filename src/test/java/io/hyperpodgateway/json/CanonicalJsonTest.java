package io.hyperpodgateway.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hyperpodgateway.text.Sha256;

import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The examples of RFC 8785, and what else makes two texts of one value.
class CanonicalJsonTest {

    @Test
    void writesTheExampleOfSection322() {
        String text =
                """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }
                """;

        assertThat(CanonicalJson.textOf(document(text)))
                .isEqualTo(
                        "{\"literals\":[null,true,false],"
                                + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                                + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void sortsMembersByTheirUtf16CodeUnits() {
        String text =
                """
                {
                  "\\u20ac": "Euro Sign",
                  "\\r": "Carriage Return",
                  "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                  "1": "One",
                  "\\ud83d\\ude00": "Emoji: Grinning Face",
                  "\\u0080": "Control",
                  "\\u00f6": "Latin Small Letter O With Diaeresis"
                }
                """;

        assertThat(document(CanonicalJson.textOf(document(text))).members().values())
                .extracting(value -> value.text().orElseThrow())
                .containsExactly(
                        "Carriage Return",
                        "One",
                        "Control",
                        "Latin Small Letter O With Diaeresis",
                        "Euro Sign",
                        "Emoji: Grinning Face",
                        "Hebrew Letter Dalet With Dagesh");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "5e-324, 5e-324",
        "-5e-324, -5e-324",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "9007199254740992, 9007199254740992",
        "-9007199254740992, -9007199254740992",
        "295147905179352830000, 295147905179352830000",
        "9.999999999999997e22, 9.999999999999997e+22",
        "1e23, 1e+23",
        "1.0000000000000001e23, 1.0000000000000001e+23",
        "999999999999999700000, 999999999999999700000",
        "999999999999999900000, 999999999999999900000",
        "1e21, 1e+21",
        "0.000001, 0.000001",
        "9.999999999999997e-7, 9.999999999999997e-7",
        "333333333.3333332, 333333333.3333332",
        "-0.0000033333333333333333, -0.0000033333333333333333",
        "1424953923781206.2, 1424953923781206.2",
        "1.0, 1",
        "100e-2, 1",
    })
    void writesNumbersAsAppendixBHasThem(String digits, String canonical) {
        JsonObject document = JsonObject.of("n", new JsonNumber(digits));

        assertThat(CanonicalJson.textOf(document)).isEqualTo("{\"n\":" + canonical + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400", "1e999999999"})
    void hasNoFormForWhatNoDoubleHolds(String digits) {
        JsonObject document = JsonObject.of("n", new JsonNumber(digits));

        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(document));
    }

    @Test
    void isOneForAllTextsOfOneValue() {
        JsonObject one = document("{\"b\":[1.0,\"\\u0061\"],\"a\":{\"d\":1,\"c\":2}}");
        JsonObject other = document(" {\"a\":{\"c\":2e0, \"d\":1}, \"b\":[1,\"a\"]}");

        assertThat(CanonicalJson.of(one)).isEqualTo(CanonicalJson.of(other));
        assertThat(CanonicalJson.sha256(one))
                .isEqualTo(CanonicalJson.sha256(other))
                .isEqualTo(Sha256.hex(CanonicalJson.textOf(other)));
    }

    @Test
    void keepsTheOrderOfItemsAndTheTextOfStrings() {
        assertThat(CanonicalJson.textOf(document("{\"a\":[2,1],\"b\":\"1.0\\u2028\u007f\"}")))
                .isEqualTo("{\"a\":[2,1],\"b\":\"1.0\u2028\u007f\"}");
    }

    @Test
    void isUtf8() {
        assertThat(CanonicalJson.of(JsonObject.of("é", Json.of("\uD83D\uDE00"))))
                .isEqualTo("{\"é\":\"\uD83D\uDE00\"}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void takesTheLargestBodies() {
        String items =
                IntStream.range(0, 40_000)
                        .mapToObj(i -> "[" + i + "]")
                        .collect(Collectors.joining(",", "{\"a\":[", "]}"));

        assertThat(CanonicalJson.textOf(document(items))).isEqualTo(items);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void isWhatTheLibraryMakesOfTheText(long seed) throws IOException {
        var values = new RandomJson(new SplittableRandom(seed));
        for (int i = 0; i < 200; i++) {
            JsonObject document = values.object(4);

            assertThat(CanonicalJson.textOf(document))
                    .isEqualTo(new JsonCanonicalizer(document.toText()).getEncodedString());
        }
    }

    private static JsonObject document(String text) {
        return (JsonObject) JsonReader.read(text).orElseThrow();
    }
}
