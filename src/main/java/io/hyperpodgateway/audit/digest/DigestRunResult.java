package io.hyperpodgateway.audit.digest;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What a run came to.
///
/// @param made the digests that it made, in order
/// @param latest the newest digest that stands
/// @param hoursBehind how many hours that have ended are left without a digest
public record DigestRunResult(List<Digest> made, Optional<Digest> latest, long hoursBehind) {

    public DigestRunResult {
        made = List.copyOf(made);
        Objects.requireNonNull(latest);
    }

    /// How many events turned up after their hour's digest.
    public long lateEvents() {
        return made.stream().mapToLong(Digest::lateCount).sum();
    }

    /// How many events the new digests list of their own hours.
    public long events() {
        return made.stream().mapToLong(Digest::eventCount).sum();
    }
}
