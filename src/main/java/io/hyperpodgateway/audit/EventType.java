package io.hyperpodgateway.audit;

/// What an event of the record tells.
public enum EventType {
    /// The request was refused before SageMaker was called.
    REFUSED,
    /// The request was checked in full and nothing was created, as it asked.
    DRY_RUN,
    /// SageMaker is about to be called.
    INTENDED,
    /// What came of the intent before it.
    COMPLETED,
    /// What was found later about an intent without outcome.
    RESOLVED
}
