package io.hyperpodgateway.policy.addition;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.policy.document.NodeReader;
import io.hyperpodgateway.policy.document.YamlNode;
import io.hyperpodgateway.policy.document.YamlNode.Mapping;
import io.hyperpodgateway.policy.document.YamlNode.Scalar;
import io.hyperpodgateway.policy.document.YamlNode.Sequence;
import io.hyperpodgateway.policy.document.YamlNode.Unusable;
import io.hyperpodgateway.text.Reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Reads any value that JSON has.
final class ValueReader {

    private final NodeReader nodes;

    ValueReader(NodeReader nodes) {
        this.nodes = nodes;
    }

    /// The value, as far as it can be read.
    Optional<Json> read(YamlNode node, String what) {
        return switch (node) {
            case Mapping _ ->
                    nodes.object(node, what)
                            .map(members -> {
                                var read = new LinkedHashMap<String, Json>();
                                members.all()
                                        .forEach(member ->
                                                read(member.value(), member.name().text())
                                                        .ifPresent(value ->
                                                                read.put(
                                                                        member.name().text(),
                                                                        value)));
                                return new JsonObject(read);
                            });
            case Sequence(var items, _, _) ->
                    Optional.of(
                            new JsonArray(
                                    items.stream()
                                            .flatMap(item ->
                                                    read(item, "an item of " + what).stream())
                                            .toList()));
            case Scalar scalar -> scalar(scalar, what);
            case Unusable _ -> Optional.empty();
        };
    }

    private Optional<Json> scalar(Scalar scalar, String what) {
        return switch (scalar.type()) {
            case STRING ->
                    Optional.of(scalar.text())
                            .filter(text -> nodes.hasKnownPlaceholders(scalar, text, List.of()))
                            .map(Json::of);
            case BOOLEAN -> Optional.of(Json.of(scalar.text().equalsIgnoreCase("true")));
            case NUMBER -> number(scalar, what);
            case NULL -> {
                nodes.mistake(scalar, "null", what + " is null: leave it out, or give a value");
                yield Optional.empty();
            }
        };
    }

    /// YAML knows numbers that JSON does not: `0x1F`, `.5`, `.inf`.
    private Optional<Json> number(Scalar scalar, String what) {
        if (JsonReader.read(scalar.text()) instanceof Reading.Read(JsonNumber number))
            return Optional.of(number);
        nodes.mistake(
                scalar,
                "type",
                "%s is %s, which is no number in JSON".formatted(what, scalar.text()));
        return Optional.empty();
    }
}
