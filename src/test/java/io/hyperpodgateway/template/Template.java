package io.hyperpodgateway.template;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonString;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `template.yaml` as JSON: scalars are strings, and tags have CloudFormation's long form: `!Ref x`
/// is `{"Ref": "x"}`, `!Sub x` is `{"Fn::Sub": "x"}` and so on.
final class Template {

    private static final JsonObject DOCUMENT = read(Path.of("template.yaml"));

    private Template() {}

    static JsonObject section(String name) {
        return DOCUMENT.object(name).orElseThrow();
    }

    /// The resource of that logical id, including its `Type` and attributes.
    static JsonObject resource(String logicalId) {
        return section("Resources").object(logicalId).orElseThrow();
    }

    static JsonObject properties(String logicalId) {
        return resource(logicalId).object("Properties").orElseThrow();
    }

    /// The properties of every resource of that type, by logical id.
    static Map<String, JsonObject> ofType(String type) {
        return section("Resources").members().keySet().stream()
                .filter(id -> resource(id).text("Type").orElseThrow().equals(type))
                .collect(Collectors.toMap(id -> id, Template::properties));
    }

    /// The matching entries.
    static Map<String, JsonObject> only(
            Map<String, JsonObject> all, BiPredicate<String, JsonObject> condition) {
        return all.entrySet().stream()
                .filter(entry -> condition.test(entry.getKey(), entry.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// The texts of a value that is one string or a list of them.
    static List<String> texts(Json value) {
        return value instanceof JsonArray(var items)
                ? items.stream().map(item -> item.text().orElseThrow()).toList()
                : List.of(value.text().orElseThrow());
    }

    /// Every object in the tree, including the value itself.
    static Stream<JsonObject> objects(Json value) {
        return switch (value) {
            case JsonObject object ->
                    Stream.concat(
                            Stream.of(object),
                            object.members().values().stream().flatMap(Template::objects));
            case JsonArray(var items) -> items.stream().flatMap(Template::objects);
            default -> Stream.empty();
        };
    }

    private static JsonObject read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Node root =
                    new Compose(LoadSettings.builder().build()).composeReader(reader).orElseThrow();
            return (JsonObject) json(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Json json(Node node) {
        Json value = untagged(node);
        String tag = node.getTag().getValue();
        if (!tag.startsWith("!")) return value;
        String function = tag.substring(1);
        return JsonObject.of(function.equals("Ref") ? function : "Fn::" + function, value);
    }

    private static Json untagged(Node node) {
        return switch (node) {
            case ScalarNode scalar -> new JsonString(scalar.getValue());
            case SequenceNode sequence ->
                    new JsonArray(sequence.getValue().stream().map(Template::json).toList());
            case MappingNode mapping -> object(mapping.getValue());
            default -> throw new IllegalStateException("unexpected " + node);
        };
    }

    private static JsonObject object(List<NodeTuple> tuples) {
        var members = new LinkedHashMap<String, Json>();
        for (NodeTuple tuple : tuples) {
            String name = ((ScalarNode) tuple.getKeyNode()).getValue();
            if (members.put(name, json(tuple.getValueNode())) != null) {
                throw new IllegalStateException(name + " stands twice in the template");
            }
        }
        return new JsonObject(members);
    }
}
