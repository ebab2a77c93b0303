package io.hyperpodgateway.policy.document.check;

import io.hyperpodgateway.policy.check.cluster.RequiredTags;
import io.hyperpodgateway.policy.check.cluster.TagDemand;
import io.hyperpodgateway.policy.document.Members;
import io.hyperpodgateway.policy.document.NodeReader;
import io.hyperpodgateway.policy.document.YamlNode;
import io.hyperpodgateway.policy.document.YamlNode.Member;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Reads `requiredTags: {key: {values: [...]} or {pattern: ...} or {}}`.
final class RequiredTagReader {

    private static final List<String> MEMBERS = List.of("values", "pattern");

    private final NodeReader nodes;

    RequiredTagReader(NodeReader nodes) {
        this.nodes = nodes;
    }

    Optional<RequiredTags> read(YamlNode demand) {
        return nodes.filledObject(demand, RequiredTags.NAME).map(this::demands);
    }

    private RequiredTags demands(Members tags) {
        var demands = new LinkedHashMap<String, TagDemand>();
        tags.all().forEach(tag -> readTag(tag, demands));
        return new RequiredTags(demands);
    }

    private void readTag(Member tag, SequencedMap<String, TagDemand> demands) {
        Optional<String> key =
                nodes.text(tag.name().asString(), "a tag's key")
                        .filter(text -> hasNoPlaceholder(tag.name(), text));
        Optional<TagDemand> demand = demand(tag.value(), "the tag " + tag.name().text());
        if (key.isPresent() && demand.isPresent()) demands.put(key.get(), demand.get());
    }

    private Optional<TagDemand> demand(YamlNode node, String what) {
        return nodes.object(node, what, MEMBERS).flatMap(members -> demand(node, what, members));
    }

    private Optional<TagDemand> demand(YamlNode node, String what, Members members) {
        if (members.isEmpty()) return Optional.of(new TagDemand.AnyValue());
        if (members.byName().keySet().containsAll(MEMBERS))
            nodes.mistake(
                    node, "one-demand", what + " has values and a pattern; one of them will do");
        Optional<TagDemand> pattern =
                members.value("pattern")
                        .flatMap(text -> nodes.pattern(text, "pattern"))
                        .map(TagDemand.Matching::new);
        Optional<TagDemand> values = members.value("values").map(list -> oneOf(list, what));
        return pattern.or(() -> values);
    }

    private TagDemand oneOf(YamlNode list, String what) {
        return new TagDemand.OneOf(
                nodes.filledList(list, "values").stream()
                        .flatMap(value ->
                                nodes
                                        .string(value, "a value of " + what)
                                        .filter(text -> hasNoPlaceholder(value, text))
                                        .stream())
                        .toList());
    }

    private boolean hasNoPlaceholder(YamlNode node, String text) {
        return nodes.hasKnownPlaceholders(node, text, List.of());
    }
}
