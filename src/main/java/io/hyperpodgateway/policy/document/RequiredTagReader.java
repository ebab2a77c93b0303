package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.policy.check.RequiredTags;
import io.hyperpodgateway.policy.check.TagDemand;
import io.hyperpodgateway.policy.document.Members.Member;

import org.snakeyaml.engine.v2.nodes.Node;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Reads `requiredTags: {key: {values: [...]} or {pattern: ...} or {}}`.
final class RequiredTagReader {

    private static final List<String> MEMBERS = List.of("values", "pattern");

    private final NodeReader nodes;
    private final GlobReader globs;

    private RequiredTagReader(Demand demand) {
        this.nodes = demand.nodes();
        this.globs = demand.globs();
    }

    static Optional<RequiredTags> read(Demand demand) {
        return demand.members().map(new RequiredTagReader(demand)::demands);
    }

    private RequiredTags demands(Members tags) {
        var demands = new LinkedHashMap<String, TagDemand>();
        for (Member tag : tags.all()) {
            Optional<String> key =
                    nodes.name(tag, "a tag's key")
                            .filter(text -> globs.hasNoPlaceholder(tag.key(), text));
            Optional<TagDemand> demand = demand(tag.value(), "the tag " + tag.name());
            if (key.isPresent() && demand.isPresent()) demands.put(key.get(), demand.get());
        }
        return new RequiredTags(demands);
    }

    private Optional<TagDemand> demand(Node node, String what) {
        return nodes.object(node, what, MEMBERS).flatMap(members -> demand(node, what, members));
    }

    private Optional<TagDemand> demand(Node node, String what, Members members) {
        if (members.isEmpty()) return Optional.of(new TagDemand.AnyValue());
        if (members.byName().keySet().containsAll(MEMBERS))
            nodes.mistake(
                    node, "one-demand", what + " has values and a pattern; one of them will do");
        Optional<TagDemand> pattern =
                members.value("pattern")
                        .flatMap(text -> globs.pattern(text, "pattern"))
                        .map(TagDemand.Matching::new);
        Optional<TagDemand> values = members.value("values").map(list -> oneOf(list, what));
        return pattern.or(() -> values);
    }

    private TagDemand oneOf(Node list, String what) {
        return new TagDemand.OneOf(
                nodes.filledList(list, "values").stream()
                        .flatMap(value -> value(value, "a value of " + what).stream())
                        .toList());
    }

    private Optional<String> value(Node value, String what) {
        return nodes.string(value, what).filter(text -> globs.hasNoPlaceholder(value, text));
    }
}
