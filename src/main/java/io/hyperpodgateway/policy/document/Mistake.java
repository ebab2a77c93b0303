package io.hyperpodgateway.policy.document;

import java.util.Comparator;
import java.util.Objects;

/// One thing in a document that is not as it should be.
///
/// @param rule what is broken, in kebab case: `syntax`, `type`, `unknown-member`, ...
/// @param line the line, from 1
/// @param column the character in the line, from 1
/// @param message what it is, and what would be right
public record Mistake(String rule, int line, int column, String message) {

    /// By line and column.
    public static final Comparator<Mistake> BY_PLACE =
            Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column);

    public Mistake {
        Objects.requireNonNull(rule);
        Objects.requireNonNull(message);
    }

    /// The mistake as a person reads it: "line 3, column 5: ...".
    @Override
    public String toString() {
        return "line %d, column %d: %s".formatted(line, column, message);
    }
}
