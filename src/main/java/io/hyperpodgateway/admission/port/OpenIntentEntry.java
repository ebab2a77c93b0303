package io.hyperpodgateway.admission.port;

import io.hyperpodgateway.audit.AuditEvent;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// What says that an intent has no outcome yet.
///
/// @param sequence the place of the intent among its request's events
/// @param at when the intent was recorded
/// @param intentSha256 the hash of the intent
/// @param firstAbsentAt when a look first found no cluster, late enough to count
public record OpenIntentEntry(
        String requestId,
        int sequence,
        Instant at,
        String clusterName,
        String intentSha256,
        Optional<Instant> firstAbsentAt) {

    public OpenIntentEntry {
        Objects.requireNonNull(requestId);
        Objects.requireNonNull(at);
        Objects.requireNonNull(clusterName);
        Objects.requireNonNull(intentSha256);
        Objects.requireNonNull(firstAbsentAt);
    }

    /// Whether it is that intent which has no outcome.
    public boolean isOf(AuditEvent intent) {
        return sequence == intent.sequence() && intentSha256.equals(intent.sha256());
    }
}
