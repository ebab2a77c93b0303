package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.finding.PatchOperation;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.text.Excerpt;

import java.util.List;
import java.util.Objects;

/// One place at which a request is not what a check demands.
///
/// @param pointer the offending member, or where it would stand
/// @param message what was asked and what is allowed, cut at 299 characters
/// @param fix operations that mend it for certain
public record Violation(JsonPointer pointer, String message, List<PatchOperation> fix) {

    public Violation {
        Objects.requireNonNull(pointer);
        message = Excerpt.sentence(message);
        fix = List.copyOf(fix);
    }

    /// A violation that somebody has to decide how to mend.
    public Violation(JsonPointer pointer, String message) {
        this(pointer, message, List.of());
    }

    /// This violation with the operation that mends it.
    public Violation withFix(PatchOperation operation) {
        return new Violation(pointer, message, List.of(operation));
    }
}
