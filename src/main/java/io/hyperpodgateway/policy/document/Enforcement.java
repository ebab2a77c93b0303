package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.finding.Level;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What comes of a rule that does not hold.
public enum Enforcement {
    /// The request is refused.
    DENY(Level.ERROR),
    /// The caller sees it, among the warnings.
    WARN(Level.WARN),
    /// It is recorded, and not shown.
    AUDIT(Level.INFO);

    private final Level level;

    Enforcement(Level level) {
        this.level = level;
    }

    static Optional<Enforcement> of(String id) {
        return Stream.of(values()).filter(one -> one.id().equals(id)).findFirst();
    }

    static List<String> ids() {
        return Stream.of(values()).map(Enforcement::id).toList();
    }

    /// The name in documents.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The weight of its findings.
    public Level level() {
        return level;
    }
}
