package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.defaults.Defaults;
import io.hyperpodgateway.policy.defaults.Defaults.Default;
import io.hyperpodgateway.policy.document.Members.Member;
import io.hyperpodgateway.shape.ShapeValidator;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads `defaults: {PATH: value}`, and holds each against the shapes of CreateCluster: a default
/// that no request could bear is a mistake of the document.
final class DefaultsReader {

    private final NodeReader nodes;
    private final ValueReader values;
    private final ShapeValidator shapes;

    DefaultsReader(NodeReader nodes, ServiceModel model) {
        this.nodes = nodes;
        this.values = new ValueReader(nodes);
        this.shapes = new ShapeValidator(model, Level.WARN);
    }

    Defaults read(Node node) {
        Members members = nodes.object(node, "defaults").orElse(Members.NONE);
        var all = new ArrayList<Default>();
        var written = JsonObject.EMPTY;
        for (Member member : members.all()) {
            Optional<Default> one = read(member);
            one.ifPresent(all::add);
            written = written.with(member.name(), one.map(Default::value));
        }
        return new Defaults(all, written);
    }

    private Optional<Default> read(Member member) {
        String name = member.name();
        List<String> path = List.of(name.split("/", -1));
        if (path.contains("") || path.getFirst().equals(Defaults.EVERY)) {
            nodes.mistake(
                    member.key(),
                    "path",
                    "%s is no path: member names with / between them, as in InstanceGroups/*/ThreadsPerCore"
                            .formatted(name));
            return Optional.empty();
        }
        Optional<Json> value = values.read(member.value(), name);
        value.ifPresent(json -> check(member, path, json));
        return value.map(json -> new Default(path, json));
    }

    private void check(Member member, List<String> path, Json value) {
        shapes.check((JsonObject) Defaults.nested(path, value)).stream()
                .filter(Finding::isError)
                // what is missing may be the caller's to say
                .filter(finding -> !finding.rule().equals("required"))
                .forEach(finding ->
                        nodes.mistake(
                                place(member, path.size(), finding),
                                finding.rule(),
                                "the default " + finding.message()));
    }

    private static Node place(Member member, int depth, Finding finding) {
        List<String> place = finding.pointer().tokens();
        boolean ofName = finding.rule().equals("unknown-member");
        if (place.size() < depth || (ofName && place.size() == depth)) return member.key();
        return below(member.value(), place.subList(depth, place.size()), ofName);
    }

    /// The node at that place of a default's value, or the nearest one above it.
    ///
    /// @param ofName whether the place is the member's name, not its value
    private static Node below(Node node, List<String> place, boolean ofName) {
        if (place.isEmpty()) return node;
        List<String> rest = place.subList(1, place.size());
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (!isNamed(tuple.getKeyNode(), place.getFirst())) continue;
                return rest.isEmpty() && ofName
                        ? tuple.getKeyNode()
                        : below(tuple.getValueNode(), rest, ofName);
            }
            return node;
        }
        List<Node> items = NodeReader.items(node);
        int index = items.isEmpty() ? 0 : Integer.parseInt(place.getFirst());
        return index < items.size() ? below(items.get(index), rest, ofName) : node;
    }

    private static boolean isNamed(Node key, String name) {
        return key instanceof ScalarNode scalar && scalar.getValue().equals(name);
    }
}
