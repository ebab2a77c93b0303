package io.hyperpodgateway.audit.digest;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The result of a run.
///
/// @param made the created digests, in order
/// @param latest the newest digest
/// @param hoursBehind the number of ended hours that still have no digest
public record DigestRunResult(List<Digest> made, Optional<Digest> latest, long hoursBehind) {

    public DigestRunResult {
        made = List.copyOf(made);
        Objects.requireNonNull(latest);
    }

    /// The number of events that appeared after the digest of their hour.
    public long lateEvents() {
        return made.stream().mapToLong(Digest::lateCount).sum();
    }

    /// The number of events that the new digests list for their own hours.
    public long events() {
        return made.stream().mapToLong(Digest::eventCount).sum();
    }
}
