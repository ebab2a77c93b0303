package io.hyperpodgateway.identity;

/// Who the event says is asking: somebody, or nobody that we know.
public sealed interface Identity permits Caller, Unidentified {}
