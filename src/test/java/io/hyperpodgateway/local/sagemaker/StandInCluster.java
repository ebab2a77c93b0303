package io.hyperpodgateway.local.sagemaker;

import io.hyperpodgateway.json.JsonObject;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/// A cluster of the stand-in.
///
/// @param name its name
/// @param arn its ARN
/// @param times when it was created, updated and deleted
/// @param request its document: CreateCluster's, with later updates
/// @param tags its tags
/// @param forcedStatus a fixed status, if a test wants one
public record StandInCluster(
        String name,
        String arn,
        Times times,
        JsonObject request,
        SequencedMap<String, String> tags,
        Optional<String> forcedStatus) {

    /// When a cluster was created, updated and deleted.
    public record Times(Instant created, Optional<Instant> updated, Optional<Instant> deleted) {

        public Times {
            Objects.requireNonNull(created);
            Objects.requireNonNull(updated);
            Objects.requireNonNull(deleted);
        }

        static Times created(Instant at) {
            return new Times(at, Optional.empty(), Optional.empty());
        }
    }

    public StandInCluster {
        Objects.requireNonNull(name);
        Objects.requireNonNull(arn);
        Objects.requireNonNull(times);
        Objects.requireNonNull(request);
        tags = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tags));
        Objects.requireNonNull(forcedStatus);
    }

    public Instant createdAt() {
        return times.created();
    }

    /// The same cluster with exactly these tags.
    public StandInCluster tagged(Map<String, String> tags) {
        return new StandInCluster(
                name, arn, times, request, new LinkedHashMap<>(tags), forcedStatus);
    }

    /// The same cluster with another creation time.
    public StandInCluster createdAt(Instant createdAt) {
        return at(new Times(createdAt, times.updated(), times.deleted()));
    }

    /// The same cluster with a fixed status.
    public StandInCluster inStatus(String status) {
        return new StandInCluster(name, arn, times, request, tags, Optional.of(status));
    }

    /// The same cluster after UpdateCluster.
    ///
    /// @param request its new document
    StandInCluster updated(JsonObject request, Instant now) {
        var updated = new Times(times.created(), Optional.of(now), times.deleted());
        return new StandInCluster(name, arn, updated, request, tags, forcedStatus);
    }

    /// The same cluster after DeleteCluster. A second call changes nothing.
    StandInCluster deleted(Instant now) {
        Instant since = times.deleted().orElse(now);
        return at(new Times(times.created(), times.updated(), Optional.of(since)));
    }

    /// The status at a time.
    ///
    /// @param work how long it takes to create, update or delete a cluster
    String status(Instant now, Duration work) {
        if (forcedStatus.isPresent()) return forcedStatus.get();
        if (times.deleted().isPresent()) return "Deleting";
        if (now.isBefore(times.created().plus(work))) return "Creating";
        if (FailureByName.of(name).isPresent()) return "Failed";
        boolean updating = times.updated().filter(at -> now.isBefore(at.plus(work))).isPresent();
        return updating ? "Updating" : "InService";
    }

    /// Whether its deletion is complete.
    boolean isGone(Instant now, Duration work) {
        return times.deleted().filter(at -> !now.isBefore(at.plus(work))).isPresent();
    }

    private StandInCluster at(Times times) {
        return new StandInCluster(name, arn, times, request, tags, forcedStatus);
    }
}
