package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.defaults.AddedTags;
import io.hyperpodgateway.policy.defaults.TagTemplate;
import io.hyperpodgateway.policy.defaults.TagValues.Placeholder;
import io.hyperpodgateway.policy.document.Members.Member;
import io.hyperpodgateway.shape.ShapeValidator;

import org.snakeyaml.engine.v2.nodes.Node;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads `tags: {key: value}`, and holds each against the shape of a tag.
final class AddedTagsReader {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[A-Za-z][A-Za-z0-9]*}");
    private static final List<String> RESERVED = List.of("aws:", "hyperpod-gateway:");

    /// AWS takes 50 on a cluster, and one of them is the gateway's own.
    private static final int MOST = 49;

    private final NodeReader nodes;
    private final GlobReader globs;
    private final ShapeValidator shapes;

    AddedTagsReader(NodeReader nodes, ServiceModel model) {
        this.nodes = nodes;
        this.globs = new GlobReader(nodes);
        this.shapes = new ShapeValidator(model, Level.WARN);
    }

    AddedTags read(Node node) {
        Members members = nodes.object(node, "tags").orElse(Members.NONE);
        if (members.all().size() > MOST)
            nodes.mistake(
                    node,
                    "items",
                    "tags has %d members, at most %d fit on a cluster"
                            .formatted(members.all().size(), MOST));
        var tags = new LinkedHashMap<String, TagTemplate>();
        for (Member member : members.all()) {
            template(member).ifPresent(template -> tags.put(member.name(), template));
        }
        return new AddedTags(tags);
    }

    private Optional<TagTemplate> template(Member member) {
        String key = member.name();
        refuseReserved(member, key);
        Optional<String> value = nodes.string(member.value(), "the tag " + key);
        value.ifPresent(
                text -> globs.hasKnownPlaceholders(member.value(), text, Placeholder.ids()));
        value.ifPresent(text -> checkShape(member, key, text));
        return value.map(TagTemplate::new);
    }

    private void refuseReserved(Member member, String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        RESERVED.stream()
                .filter(lower::startsWith)
                .forEach(prefix ->
                        nodes.mistake(
                                member.key(),
                                "reserved-tag",
                                "%s begins with %s, which is not for policies"
                                        .formatted(key, prefix)));
    }

    /// What is written around the placeholders has to fit by itself.
    private void checkShape(Member member, String key, String text) {
        JsonObject tag =
                JsonObject.of("Key", Json.of(key))
                        .with("Value", Json.of(PLACEHOLDER.matcher(text).replaceAll("")));
        shapes.check(JsonObject.of("Tags", new JsonArray(List.of(tag)))).stream()
                .filter(finding -> finding.pointer().tokens().size() > 1)
                .forEach(finding ->
                        nodes.mistake(
                                finding.pointer().tokens().getLast().equals("Key")
                                        ? member.key()
                                        : member.value(),
                                finding.rule(),
                                "the tag %s: %s".formatted(key, finding.message())));
    }
}
