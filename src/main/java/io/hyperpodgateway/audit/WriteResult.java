package io.hyperpodgateway.audit;

/// What putting an event into the record came to.
public sealed interface WriteResult {

    /// The event stands in the record.
    record Recorded() implements WriteResult {}

    /// Another event stands in its place, and stays.
    record Taken(AuditEvent winner) implements WriteResult {}
}
