package io.hyperpodgateway.policy.defaults;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Finding.Source;
import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.finding.PatchOperation;
import io.hyperpodgateway.finding.Phrase;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.Tag;
import io.hyperpodgateway.text.Excerpt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// Tags that the gateway adds to every cluster, their values by their keys.
public record AddedTags(SequencedMap<String, TagTemplate> byKey) {

    /// No tag is added.
    public static final AddedTags NONE = new AddedTags(new LinkedHashMap<>());

    /// The rule of a finding on a caller's tag that the policy sets otherwise.
    public static final String CONFLICT = "tag-conflict";

    private static final String TAGS = "Tags";

    public AddedTags {
        byKey = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byKey));
    }

    /// The tags as the document writes them.
    public JsonObject toJson() {
        var members = new LinkedHashMap<String, Json>();
        byKey.forEach((key, template) -> members.put(key, Json.of(template.text())));
        return new JsonObject(members);
    }

    /// The document with each of the tags whose key the caller does not use, behind the caller's.
    JsonObject to(JsonObject document, TagValues values) {
        if (byKey.isEmpty()) return document;
        boolean unreadable =
                document.get(TAGS).filter(tags -> !(tags instanceof JsonArray)).isPresent();
        List<String> used = keys(document);
        if (unreadable || used.containsAll(byKey.keySet())) return document;
        var tags = new ArrayList<>(document.items(TAGS));
        byKey.forEach((key, template) -> {
            if (!used.contains(key)) tags.add(tag(key, template.filled(values)));
        });
        return document.with(TAGS, new JsonArray(tags));
    }

    List<Finding> conflicts(JsonObject document, TagValues values) {
        if (byKey.isEmpty()) return List.of();
        return new ClusterRequest(document)
                .tags().stream().flatMap(tag -> conflict(tag, values)).toList();
    }

    private Stream<Finding> conflict(Tag tag, TagValues values) {
        return tag.key().flatMap(key -> Optional.ofNullable(byKey.get(key))).stream()
                .map(template -> template.filled(values))
                .filter(value -> !tag.value().equals(Optional.of(value)))
                .map(value -> conflict(tag, value));
    }

    private static Finding conflict(Tag tag, String value) {
        var place = tag.pointer().member("Value");
        String predicate =
                "is %s, but this gateway sets the tag %s to %s; leave the tag out"
                        .formatted(
                                Excerpt.of(tag.value().orElse("missing"), 40),
                                Excerpt.of(tag.key().orElse(""), 40),
                                Excerpt.of(value, 60));
        var finding = Finding.of(Source.POLICY, CONFLICT, Level.ERROR, place, Phrase.of(predicate));
        return finding.withFix(new PatchOperation.Remove(tag.pointer()));
    }

    private static List<String> keys(JsonObject document) {
        return new ClusterRequest(document)
                .tags().stream().flatMap(tag -> tag.key().stream()).toList();
    }

    private static JsonObject tag(String key, String value) {
        return JsonObject.of("Key", Json.of(key)).with("Value", Json.of(value));
    }
}
