package io.hyperpodgateway.audit;

import java.time.Duration;
import java.util.List;

/// The append-only record. An event once put is never changed and never removed.
///
/// Every method throws [AuditUnavailableException] when the record cannot be reached, read or
/// written within its budget; what was being written may then stand or not.
public interface AuditLog {

    /// Puts an intent and opens it, both or neither.
    ///
    /// @return `Taken` if another event stands in its place
    WriteResult intend(AuditEvent intent, Duration budget);

    /// Puts the outcome of an open intent and closes the intent, both or neither.
    ///
    /// @return `Taken` if another outcome stands in its place
    WriteResult conclude(AuditEvent outcome, Duration budget);

    /// Puts an event that has no intent: a refusal or a dry run.
    ///
    /// @return `Taken` if another event stands in its place
    WriteResult append(AuditEvent event, Duration budget);

    /// The last attempt at a request, read consistently: its intent and, if it has one, what came
    /// of it; empty if there was none.
    default List<AuditEvent> lastAttempt(String requestId, Duration budget) {
        return RequestHistory.lastAttempt(eventsOf(requestId, budget));
    }

    /// The events of a request, oldest first, read consistently; none if there is no such request.
    List<AuditEvent> eventsOf(String requestId, Duration budget);
}
