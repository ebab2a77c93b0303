package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.finding.Level;

import java.util.Comparator;
import java.util.Objects;

/// One thing in a document that is not as it should be.
///
/// @param rule what is broken, in kebab case: `syntax`, `type`, `unknown-member`, ...
/// @param level ERROR refuses the document, WARN does not
/// @param line the line, from 1
/// @param column the character in the line, from 1
/// @param message what it is, and what would be right
public record Mistake(String rule, Level level, int line, int column, String message) {

    /// By line and column, and of those at one place what refuses first.
    static final Comparator<Mistake> IN_ORDER =
            Comparator.comparingInt(Mistake::line)
                    .thenComparingInt(Mistake::column)
                    .thenComparing(Mistake::level);

    public Mistake {
        Objects.requireNonNull(rule);
        Objects.requireNonNull(level);
        Objects.requireNonNull(message);
    }

    /// Whether it refuses the document.
    public boolean isError() {
        return level == Level.ERROR;
    }

    /// The mistake as a person reads it: "line 3, column 5: ...".
    @Override
    public String toString() {
        return "line %d, column %d: %s".formatted(line, column, message);
    }
}
