package io.hyperpodgateway.admission.settlement;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.EventType;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;

/// An intent that was read from the record.
///
/// @param event the intent, as sealed
/// @param at when it was recorded
record StoredIntent(AuditEvent event, String clusterName, Instant at) {

    /// Reads an intent.
    ///
    /// @return empty if the event is not an intent, or is not intact
    static Optional<StoredIntent> of(AuditEvent event) {
        try {
            if (event.type() != EventType.INTENDED || !event.hashMatches()) return Optional.empty();
            return Optional.of(
                    new StoredIntent(
                            event,
                            event.text("clusterName").orElseThrow(),
                            Instant.parse(event.text("at").orElseThrow())));
        } catch (DateTimeException | IllegalArgumentException | NoSuchElementException _) {
            return Optional.empty();
        }
    }
}
