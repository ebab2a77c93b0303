package io.hyperpodgateway.policy.check.cluster;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.policy.check.Asked;
import io.hyperpodgateway.policy.check.Check;
import io.hyperpodgateway.policy.check.Violation;
import io.hyperpodgateway.spec.ClusterRequest.Tag;
import io.hyperpodgateway.spec.Wording;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The cluster carries tags of these keys, with values that will do. A key that stands twice has to
/// satisfy the demand twice.
public record RequiredTags(SequencedMap<String, TagDemand> demands) implements Check {

    /// The name of the check in documents.
    public static final String NAME = "requiredTags";

    private static final JsonPointer TAGS = JsonPointer.of("Tags");

    public RequiredTags {
        demands = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(demands));
    }

    @Override
    public Stream<Violation> check(Asked asked) {
        List<Tag> tags = asked.request().tags();
        return demands.entrySet().stream()
                .flatMap(demand -> violations(demand.getKey(), demand.getValue(), tags));
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

    private static Stream<Violation> violations(String key, TagDemand demand, List<Tag> tags) {
        List<Tag> named = tags.stream().filter(tag -> tag.key().equals(Optional.of(key))).toList();
        if (named.isEmpty()) return Stream.of(new Violation(TAGS, missing(key, demand)));
        return named.stream()
                .filter(tag -> tag.value().filter(demand::accepts).isEmpty())
                .map(tag -> new Violation(tag.pointer().member("Value"), wrong(key, demand, tag)));
    }

    private static String missing(String key, TagDemand demand) {
        return "the tag %s is missing; it takes %s".formatted(key, demand.words());
    }

    private static String wrong(String key, TagDemand demand, Tag tag) {
        String value = tag.value().map(Wording::value).orElse("without a value");
        return "the tag %s is %s; it takes %s".formatted(key, value, demand.words());
    }
}
