package io.hyperpodgateway.local.sagemaker;

import io.hyperpodgateway.json.JsonObject;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/// A cluster that the stand-in keeps.
///
/// @param name its name
/// @param arn its ARN
/// @param createdAt when it was made
/// @param request the document of CreateCluster that made it
/// @param tags its tags
/// @param forcedStatus the status that it has whatever the time is, if a test wants one
public record StandInCluster(
        String name,
        String arn,
        Instant createdAt,
        JsonObject request,
        SequencedMap<String, String> tags,
        Optional<String> forcedStatus) {

    public StandInCluster {
        Objects.requireNonNull(name);
        Objects.requireNonNull(arn);
        Objects.requireNonNull(createdAt);
        Objects.requireNonNull(request);
        tags = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tags));
        Objects.requireNonNull(forcedStatus);
    }

    /// The same cluster with exactly these tags.
    public StandInCluster tagged(Map<String, String> tags) {
        return new StandInCluster(
                name, arn, createdAt, request, new LinkedHashMap<>(tags), forcedStatus);
    }

    /// The same cluster, made at another time.
    public StandInCluster createdAt(Instant createdAt) {
        return new StandInCluster(name, arn, createdAt, request, tags, forcedStatus);
    }

    /// The same cluster, in this status for good.
    public StandInCluster inStatus(String status) {
        return new StandInCluster(name, arn, createdAt, request, tags, Optional.of(status));
    }
}
