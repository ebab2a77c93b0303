package io.hyperpodgateway.audit;

/// The result of writing an event.
public sealed interface WriteResult {

    /// The event was written.
    record Recorded() implements WriteResult {}

    /// Another event has the same keys; it is not replaced.
    record Taken(AuditEvent winner) implements WriteResult {}
}
