package io.hyperpodgateway.audit;

/// What putting an event into the record came to.
public sealed interface Recording {

    /// The event stands in the record.
    record Recorded() implements Recording {}

    /// Another event stands in its place, and stays.
    record Taken(AuditEvent winner) implements Recording {}
}
