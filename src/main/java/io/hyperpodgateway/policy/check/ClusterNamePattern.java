package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.text.Excerpt;

import java.util.Objects;
import java.util.stream.Stream;

/// The cluster's name follows the organisation's convention.
public record ClusterNamePattern(WholePattern pattern) implements Check {

    /// The name of the check in documents.
    public static final String NAME = "clusterName";

    private static final JsonPointer CLUSTER_NAME = JsonPointer.of("ClusterName");

    public ClusterNamePattern {
        Objects.requireNonNull(pattern);
    }

    @Override
    public Stream<Finding> check(ClusterRequest request, FindingFactory findings) {
        var name = request.clusterName();
        if (name.filter(pattern::matches).isPresent()) return Stream.empty();
        String asking = name.map(Excerpt::value).orElse("no name");
        return Stream.of(
                findings.at(
                        CLUSTER_NAME,
                        "%s is not allowed; the cluster's name has to match %s"
                                .formatted(asking, Excerpt.term(pattern))));
    }

    @Override
    public String description() {
        return "the cluster's name matches " + pattern;
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.of(NAME, JsonObject.of("pattern", Json.of(pattern.text())));
    }
}
