package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.PatchOperation;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.Tag;
import io.hyperpodgateway.text.Excerpt;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The cluster carries tags of these keys, with values that will do. Every tag of such a key has
/// to, if there are several.
public record RequiredTags(SequencedMap<String, TagDemand> demands) implements Check {

    /// The name of the check in documents.
    public static final String NAME = "requiredTags";

    private static final int MAX_KEY = 40;
    private static final JsonPointer TAGS = JsonPointer.of("Tags");

    public RequiredTags {
        demands = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(demands));
    }

    @Override
    public Stream<Finding> check(ClusterRequest request, FindingFactory findings) {
        return demands.entrySet().stream()
                .flatMap(demand -> check(demand.getKey(), demand.getValue(), request, findings));
    }

    @Override
    public String description() {
        return demands.entrySet().stream()
                .map(demand ->
                        "%s (%s)".formatted(demand.getKey(), demand.getValue().description()))
                .collect(Collectors.joining(", ", "the cluster carries the tags ", ""));
    }

    @Override
    public JsonObject toJson() {
        var members = JsonObject.EMPTY;
        for (var demand : demands.entrySet()) {
            members = members.with(demand.getKey(), demand.getValue().toJson());
        }
        return JsonObject.of(NAME, members);
    }

    private static Stream<Finding> check(
            String key, TagDemand demand, ClusterRequest request, FindingFactory findings) {
        List<Tag> tags =
                request.tags().stream()
                        .filter(tag -> tag.key().filter(key::equals).isPresent())
                        .toList();
        if (tags.isEmpty()) return Stream.of(findings.at(TAGS, missing(key, demand, request)));
        return tags.stream()
                .filter(tag -> tag.value().filter(demand::accepts).isEmpty())
                .map(tag -> wrong(key, demand, tag, findings));
    }

    /// A key in other letter case is another key: it may be meant, so it is named and not mended.
    private static String missing(String key, TagDemand demand, ClusterRequest request) {
        String other =
                request.tags().stream()
                        .flatMap(tag -> tag.key().stream())
                        .filter(key::equalsIgnoreCase)
                        .sorted()
                        .findFirst()
                        .map(alike -> " (%s is another tag)".formatted(Excerpt.value(alike)))
                        .orElse("");
        return "the tag %s is missing%s; it takes %s".formatted(key(key), other, demand.excerpt());
    }

    private static Finding wrong(String key, TagDemand demand, Tag tag, FindingFactory findings) {
        JsonPointer place = tag.pointer().member("Value");
        String value = tag.value().map(RequiredTags::shown).orElse("without a value");
        String message =
                "the tag %s is %s; it takes %s".formatted(key(key), value, demand.excerpt());
        Finding finding = findings.at(place, message);
        return tag.value()
                .flatMap(demand::closestTo)
                .map(meant -> finding.withFix(new PatchOperation.Replace(place, Json.of(meant))))
                .orElse(finding);
    }

    private static String shown(String value) {
        boolean blank = !value.isEmpty() && !Excerpt.isVisible(value);
        return blank ? "blank" : Excerpt.value(value);
    }

    private static String key(String key) {
        return Excerpt.cut(Excerpt.escaped(key), MAX_KEY);
    }
}
