package io.hyperpodgateway.audit;

/// The type of an event.
public enum EventType {
    /// The request was refused before SageMaker was called.
    REFUSED,
    /// The dry run of a request passed all checks; nothing was created.
    DRY_RUN,
    /// SageMaker is about to be called.
    INTENDED,
    /// The outcome of the intent before it.
    COMPLETED,
    /// The outcome of an intent, found out later.
    RESOLVED
}
