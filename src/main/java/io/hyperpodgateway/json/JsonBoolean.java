package io.hyperpodgateway.json;

/// `true` or `false`.
public record JsonBoolean(boolean value) implements Json {}
