package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.json.JsonPointer;

import java.util.Objects;

/// One place at which a request is not what a check demands.
///
/// @param pointer the offending member, or where it would stand
/// @param message what was asked and what is allowed
public record Violation(JsonPointer pointer, String message) {

    public Violation {
        Objects.requireNonNull(pointer);
        Objects.requireNonNull(message);
    }
}
