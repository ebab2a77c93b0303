package io.hyperpodgateway.admission.port;

import io.hyperpodgateway.audit.AuditEvent;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// The entry of an intent that has no outcome yet.
///
/// @param sequence the sequence number of the intent among its request's events
/// @param at when the intent was recorded
/// @param intentSha256 the hash of the intent
/// @param firstAbsentAt when a lookup first found no cluster, late enough to count
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

    /// Whether this is the entry of that intent.
    public boolean isOf(AuditEvent intent) {
        return sequence == intent.sequence() && intentSha256.equals(intent.sha256());
    }
}
