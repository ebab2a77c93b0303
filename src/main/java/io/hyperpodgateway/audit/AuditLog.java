package io.hyperpodgateway.audit;

import java.time.Duration;
import java.util.List;

/// The append-only record. An event is never changed or removed.
///
/// Every method throws [AuditUnavailableException] when the record cannot be read or written within
/// its budget; a write may then have taken effect or not.
public interface AuditLog {

    /// Writes an intent and its open entry, both or neither.
    ///
    /// @return `Taken` if there is another event with its keys
    WriteResult intend(AuditEvent intent, Duration budget);

    /// Writes the outcome of an open intent and deletes the open entry, both or neither.
    ///
    /// @return `Taken` if there is another outcome with its keys
    WriteResult conclude(AuditEvent outcome, Duration budget);

    /// Writes an event that has no intent: a refusal or a dry run.
    ///
    /// @return `Taken` if there is another event with its keys
    WriteResult append(AuditEvent event, Duration budget);

    /// The last intent of a request and its outcome, if it has one, read consistently; empty if
    /// there is no intent.
    default List<AuditEvent> lastAttempt(String requestId, Duration budget) {
        return RequestHistory.lastAttempt(eventsOf(requestId, budget));
    }

    /// The events of a request, oldest first, read consistently; empty if there is no such request.
    List<AuditEvent> eventsOf(String requestId, Duration budget);
}
