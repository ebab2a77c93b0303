package io.hyperpodgateway.policy.check.cluster;

import io.hyperpodgateway.finding.PatchOperation;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.policy.check.Asked;
import io.hyperpodgateway.policy.check.Check;
import io.hyperpodgateway.policy.check.Violation;
import io.hyperpodgateway.request.Tag;
import io.hyperpodgateway.text.Excerpt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The cluster carries tags of these keys, with values that will do. A key that stands twice has to
/// satisfy the demand twice.
public record RequiredTags(SequencedMap<String, TagDemand> demands) implements Check {

    /// The name of the check in documents.
    public static final String NAME = "requiredTags";

    private static final int MAX_KEY = 40;
    private static final JsonPointer TAGS = JsonPointer.of("Tags");

    public RequiredTags {
        demands = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(demands));
    }

    @Override
    public Stream<Violation> check(Asked asked) {
        var found = new ArrayList<Violation>();
        demands.forEach((key, demand) -> found.addAll(violations(key, demand, asked)));
        return found.stream();
    }

    @Override
    public String words() {
        return demands.entrySet().stream()
                .map(demand -> "%s (%s)".formatted(demand.getKey(), demand.getValue().words()))
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

    private static List<Violation> violations(String key, TagDemand demand, Asked asked) {
        List<Tag> tags = asked.tags(key);
        if (tags.isEmpty()) return List.of(new Violation(TAGS, missing(key, demand, asked)));
        var wrong = new ArrayList<Violation>();
        for (Tag tag : tags) {
            if (tag.value().filter(demand::accepts).isEmpty()) wrong.add(wrong(key, demand, tag));
        }
        return wrong;
    }

    /// A key in other letter case is another key, so it is told and not mended: it may be meant.
    private static String missing(String key, TagDemand demand, Asked asked) {
        String other =
                asked.tagKeys().stream()
                        .filter(key::equalsIgnoreCase)
                        .sorted()
                        .findFirst()
                        .map(alike -> " (%s is another tag)".formatted(Excerpt.value(alike)))
                        .orElse("");
        return "the tag %s is missing%s; it takes %s".formatted(key(key), other, demand.told());
    }

    private static Violation wrong(String key, TagDemand demand, Tag tag) {
        JsonPointer place = tag.pointer().member("Value");
        String value = tag.value().map(RequiredTags::shown).orElse("without a value");
        String message = "the tag %s is %s; it takes %s".formatted(key(key), value, demand.told());
        var violation = new Violation(place, message);
        return tag.value()
                .flatMap(demand::meantBy)
                .map(meant -> violation.withFix(new PatchOperation.Replace(place, Json.of(meant))))
                .orElse(violation);
    }

    private static String shown(String value) {
        boolean blank = !value.isEmpty() && !Excerpt.isVisible(value);
        return blank ? "blank" : Excerpt.value(value);
    }

    private static String key(String key) {
        return Excerpt.cut(Excerpt.escaped(key), MAX_KEY);
    }
}
