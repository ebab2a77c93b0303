package io.hyperpodgateway.policy.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What a reader has come across so far: mistakes, which refuse the document, and warnings, which
/// do not.
public final class Mistakes {

    private static final Comparator<Mistake> BY_PLACE =
            Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column);

    private final List<Mistake> mistakes = new ArrayList<>();
    private final List<Mistake> warnings = new ArrayList<>();

    /// Notes a mistake at a value.
    public void add(YamlNode place, String rule, String message) {
        add(rule, place.line(), place.column(), message);
    }

    /// Notes a mistake at a line and column, both from 1.
    public void add(String rule, int line, int column, String message) {
        mistakes.add(new Mistake(rule, line, column, message));
    }

    /// Notes a warning at a value.
    public void warn(YamlNode place, String rule, String message) {
        warnings.add(new Mistake(rule, place.line(), place.column(), message));
    }

    /// Whether there is a mistake.
    public boolean any() {
        return !mistakes.isEmpty();
    }

    /// The mistakes in the order of the document.
    public List<Mistake> all() {
        return mistakes.stream().sorted(BY_PLACE).toList();
    }

    /// The warnings in the order of the document.
    public List<Mistake> warnings() {
        return warnings.stream().sorted(BY_PLACE).toList();
    }
}
