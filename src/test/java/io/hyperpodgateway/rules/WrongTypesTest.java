package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.SpecDocuments.json;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.request.ClusterRequest;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// No rule breaks on a value of a wrong type, wherever it stands.
class WrongTypesTest {

    private static final Path EVERY_MEMBER =
            Path.of("src/test/resources/cases/spec/every-member-at-once/request.json");
    private static final List<Json> WRONG =
            Stream.of("null", "true", "-1.5e400", "\"\"", "[]", "[null]", "{}", "{\"\":0}")
                    .map(text -> json(text))
                    .toList();

    private final List<Rule> rules = CrossFieldRules.in("us-east-1");

    @Test
    void areNoReasonToBreak() throws IOException {
        Json document = json(Files.readString(EVERY_MEMBER));

        for (Json broken : variants(document).toList()) {
            if (!(broken instanceof JsonObject object)) continue;
            var request = new ClusterRequest(object);
            for (Rule rule : rules) {
                assertThatCode(() -> rule.check(request).toList())
                        .as("%s on %s", rule.id().id(), object.toText())
                        .doesNotThrowAnyException();
            }
        }
    }

    /// The value with something else in one place, for each place and each wrong value.
    private static Stream<Json> variants(Json value) {
        Stream<Json> below =
                switch (value) {
                    case JsonObject object ->
                            object.stream()
                                    .flatMap(member ->
                                            variants(member.getValue())
                                                    .map(v -> object.with(member.getKey(), v)));
                    case JsonArray(var items) ->
                            IntStream.range(0, items.size())
                                    .boxed()
                                    .flatMap(i -> variants(items.get(i)).map(v -> at(items, i, v)));
                    default -> Stream.empty();
                };
        return Stream.concat(WRONG.stream(), below);
    }

    private static Json at(List<Json> items, int index, Json value) {
        var changed = new ArrayList<>(items);
        changed.set(index, value);
        return new JsonArray(changed);
    }
}
