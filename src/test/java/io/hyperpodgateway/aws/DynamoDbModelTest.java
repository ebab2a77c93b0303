package io.hyperpodgateway.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.text.Reading;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/// The reduced service model of DynamoDB, from which its client is generated.
class DynamoDbModelTest {

    private static final Path FILE = Path.of("src/main/codegen/dynamodb/service-2.json");

    private final JsonObject model;

    DynamoDbModelTest() throws IOException {
        if (!(JsonReader.read(Files.readAllBytes(FILE)) instanceof Reading.Read(JsonObject read)))
            throw new IOException(FILE + " is not a JSON object");
        model = read;
    }

    @Test
    void hasTheOperationsOfTheFunctionAndThoseThatTestsMakeTablesWith() {
        assertThat(operations().members().keySet())
                .containsExactlyInAnyOrder(
                        "GetItem",
                        "PutItem",
                        "Query",
                        "Scan",
                        "TransactWriteItems",
                        "UpdateItem",
                        "CreateTable",
                        "DeleteTable",
                        "DescribeTable",
                        "ListTables");
    }

    @Test
    void holdsTheShapesThatTheyReachAndNothingElse() {
        var reached = new HashSet<String>();
        reach(operations(), reached);

        assertThat(shapes().members().keySet()).isEqualTo(reached);
    }

    @Test
    void holdsFactsAndNoSentences() {
        assertThat(names(model)).doesNotContain("documentation", "documentationUrl");
    }

    private JsonObject operations() {
        return model.object("operations").orElseThrow();
    }

    private JsonObject shapes() {
        return model.object("shapes").orElseThrow();
    }

    private void reach(Json from, Set<String> reached) {
        switch (from) {
            case JsonObject object -> {
                object.text("shape")
                        .filter(reached::add)
                        .ifPresent(name -> reach(shapes().object(name).orElseThrow(), reached));
                object.members().values().forEach(value -> reach(value, reached));
            }
            case JsonArray(var items) -> items.forEach(item -> reach(item, reached));
            case Json _ -> {}
        }
    }

    private static Stream<String> names(Json json) {
        return switch (json) {
            case JsonObject object ->
                    object.stream()
                            .flatMap(
                                    m -> Stream.concat(Stream.of(m.getKey()), names(m.getValue())));
            case JsonArray(var items) -> items.stream().flatMap(DynamoDbModelTest::names);
            case Json _ -> Stream.empty();
        };
    }
}
