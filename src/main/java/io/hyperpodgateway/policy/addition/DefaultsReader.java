package io.hyperpodgateway.policy.addition;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.addition.Defaults.Default;
import io.hyperpodgateway.policy.document.Members;
import io.hyperpodgateway.policy.document.NodeReader;
import io.hyperpodgateway.policy.document.YamlNode;
import io.hyperpodgateway.policy.document.YamlNode.Mapping;
import io.hyperpodgateway.policy.document.YamlNode.Member;
import io.hyperpodgateway.policy.document.YamlNode.Sequence;
import io.hyperpodgateway.shape.ShapeValidator;

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

    Defaults read(YamlNode node) {
        Members members = nodes.object(node, "defaults").orElse(Members.NONE);
        var all = new ArrayList<Default>();
        var written = JsonObject.EMPTY;
        for (Member member : members.all()) {
            Optional<Default> one = read(member);
            one.ifPresent(all::add);
            written = written.with(member.name().text(), one.map(Default::value));
        }
        return new Defaults(all, written);
    }

    private Optional<Default> read(Member member) {
        String name = member.name().text();
        List<String> path = List.of(name.split("/", -1));
        if (path.contains("") || path.getFirst().equals(Defaults.EVERY)) {
            nodes.mistake(
                    member.name(),
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
                .forEach(finding -> tell(member, path.size(), finding));
    }

    private void tell(Member member, int depth, Finding finding) {
        List<String> place = finding.pointer().tokens();
        YamlNode node =
                place.size() < depth || (isUnknown(finding) && place.size() == depth)
                        ? member.name()
                        : below(member.value(), place.subList(depth, place.size()), finding);
        nodes.mistake(node, finding.rule(), "the default " + finding.message());
    }

    private static boolean isUnknown(Finding finding) {
        return finding.rule().equals("unknown-member");
    }

    /// The node at that place of a default's value, or the nearest one above it.
    private static YamlNode below(YamlNode node, List<String> place, Finding finding) {
        if (place.isEmpty()) return node;
        List<String> rest = place.subList(1, place.size());
        if (node instanceof Mapping(var members, _, _)) {
            return members.stream()
                    .filter(member -> member.name().text().equals(place.getFirst()))
                    .findFirst()
                    .map(member ->
                            rest.isEmpty() && isUnknown(finding)
                                    ? member.name()
                                    : below(member.value(), rest, finding))
                    .orElse(node);
        }
        if (node instanceof Sequence(var items, _, _)) {
            int index = Integer.parseInt(place.getFirst());
            if (index < items.size()) return below(items.get(index), rest, finding);
        }
        return node;
    }
}
