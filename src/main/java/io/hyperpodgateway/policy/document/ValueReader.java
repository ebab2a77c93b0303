package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.policy.document.Members.Member;
import io.hyperpodgateway.text.Reading;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

import java.util.LinkedHashMap;
import java.util.Optional;

/// Reads any value that JSON has.
final class ValueReader {

    private final NodeReader nodes;
    private final GlobReader globs;

    ValueReader(NodeReader nodes) {
        this.nodes = nodes;
        this.globs = new GlobReader(nodes);
    }

    /// The value, as far as it can be read.
    Optional<Json> read(Node node, String what) {
        return switch (node) {
            case MappingNode _ -> nodes.object(node, what).map(this::object);
            case SequenceNode list -> Optional.of(array(list, "an item of " + what));
            case ScalarNode scalar -> scalar(scalar, scalar.getValue(), what);
            default -> Optional.empty();
        };
    }

    private Json object(Members members) {
        var read = new LinkedHashMap<String, Json>();
        for (Member member : members.all()) {
            read(member.value(), member.name()).ifPresent(value -> read.put(member.name(), value));
        }
        return new JsonObject(read);
    }

    private Json array(SequenceNode list, String what) {
        return new JsonArray(
                list.getValue().stream().flatMap(item -> read(item, what).stream()).toList());
    }

    private Optional<Json> scalar(ScalarNode scalar, String text, String what) {
        return switch (NodeKind.of(scalar)) {
            case BOOLEAN -> Optional.of(Json.of(Boolean.parseBoolean(text)));
            case NUMBER -> number(scalar, text, what);
            case NULL -> refused(scalar, "null", what + " is null: leave it out, or give a value");
            case STRING ->
                    globs.hasNoPlaceholder(scalar, text)
                            ? Optional.of(Json.of(text))
                            : Optional.empty();
            case LIST, OBJECT, UNUSABLE -> Optional.empty();
        };
    }

    /// YAML knows numbers that JSON does not: `0x1F`, `.5`, `.inf`.
    private Optional<Json> number(ScalarNode scalar, String text, String what) {
        return JsonReader.read(text) instanceof Reading.Read(JsonNumber number)
                ? Optional.of(number)
                : refused(
                        scalar,
                        "type",
                        "%s is %s, which is no number in JSON".formatted(what, text));
    }

    private Optional<Json> refused(Node node, String rule, String message) {
        nodes.mistake(node, rule, message);
        return Optional.empty();
    }
}
