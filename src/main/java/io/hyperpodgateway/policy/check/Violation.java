package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.spec.Wording;

import java.util.Objects;
import java.util.Optional;

/// One place at which a request is not what a check demands.
///
/// @param pointer the offending member, or where it would stand
/// @param message what was asked and what is allowed, cut at 299 characters
/// @param fix operations that mend it for certain, if there are such
public record Violation(JsonPointer pointer, String message, Optional<JsonArray> fix) {

    public Violation {
        Objects.requireNonNull(pointer);
        message = Wording.sentence(message);
        Objects.requireNonNull(fix);
    }

    /// A violation that somebody has to decide how to mend.
    public Violation(JsonPointer pointer, String message) {
        this(pointer, message, Optional.empty());
    }

    /// This violation with the operations that mend it.
    public Violation withFix(JsonArray operations) {
        return new Violation(pointer, message, Optional.of(operations));
    }
}
