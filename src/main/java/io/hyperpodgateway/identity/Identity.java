package io.hyperpodgateway.identity;

/// The caller according to the event, identified or not.
public sealed interface Identity permits Caller, Unidentified {}
