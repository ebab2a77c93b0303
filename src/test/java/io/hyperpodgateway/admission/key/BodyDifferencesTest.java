package io.hyperpodgateway.admission.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Findings;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class BodyDifferencesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,\"b\":2}         | { \"b\" : 2, \"a\" : 1 }",
                "{\"a\":1}                 | {\"a\":1.0}",
                "{\"a\":100}               | {\"a\":1e2}",
                "{\"a\":0}                 | {\"a\":-0}",
                "{\"a\":\"A\"}             | {\"a\":\"\\u0041\"}",
                "{\"a\":1e999}             | {\"a\":1e999}"
            })
    void seesNoneInTheWriting(String first, String now) {
        assertThat(BodyDifferences.of(read(first), read(now))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1}                 | {\"a\":2}                   | /a",
                "{\"a\":1}                 | {\"a\":\"1\"}               | /a",
                "{\"a\":1}                 | {\"a\":1e999}               | /a",
                "{\"a\":true}              | {\"a\":false}               | /a",
                "{\"a\":{\"b\":1,\"c\":1}} | {\"a\":{\"b\":1,\"c\":2}}   | /a/c",
                "{\"a\":{\"b\":1}}         | {\"a\":[1]}                 | /a",
                "{\"a\":[1,2]}             | {\"a\":[2,1]}               | /a/0 /a/1",
                "{\"a\":[1]}               | {\"a\":[1,2,3]}             | /a/1 /a/2",
                "{\"a\":[1,2,3]}           | {\"a\":[1]}                 | /a/1 /a/2",
                "{\"a\":1,\"b\":{\"c\":1}} | {\"d\":{\"e\":1},\"a\":2}   | /d /a /b",
                "{\"a/b\":1}               | {\"a/b\":2}                 | /a~1b",
                "{\"a\":null}              | {}                          | /a"
            })
    void pointsAtEachPlace(String first, String now, String pointers) {
        List<Finding> found = BodyDifferences.of(read(first), read(now));

        assertThat(found.stream().map(f -> f.pointer().toString()).collect(Collectors.joining(" ")))
                .isEqualTo(pointers);
        assertThat(found)
                .allMatch(Finding::isError)
                .allMatch(finding -> finding.rule().equals("differs-from-first-request"));
    }

    @Test
    void reportsNoValues() {
        List<Finding> found =
                BodyDifferences.of(
                        read("{\"a\":\"hunter1\",\"b\":{\"c\":\"hunter2\"}}"),
                        read("{\"a\":\"hunter3\",\"d\":[\"hunter4\"]}"));

        assertThat(found).hasSize(3);
        assertThat(Findings.toJson(found).toText()).doesNotContain("hunter");
    }

    @Test
    void seeksNoMoreThanEnough() {
        String many =
                IntStream.range(0, 5_000)
                        .mapToObj("\"m%d\":0"::formatted)
                        .collect(Collectors.joining(",", "{", "}"));

        assertThat(BodyDifferences.of(JsonObject.EMPTY, read(many))).hasSize(Findings.ENOUGH);
        assertThat(BodyDifferences.of(read(many), JsonObject.EMPTY)).hasSize(Findings.ENOUGH);
    }

    private static JsonObject read(String text) {
        return (JsonObject) JsonReader.read(text).orElseThrow();
    }
}
