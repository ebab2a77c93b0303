package io.hyperpodgateway.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What a reader has come across so far: mistakes, which refuse the document, and warnings, which
/// do not.
final class Mistakes {

    private static final Comparator<Mistake> BY_PLACE =
            Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column);

    private final List<Mistake> mistakes = new ArrayList<>();
    private final List<Mistake> warnings = new ArrayList<>();

    void add(YamlNode place, String rule, String message) {
        add(rule, place.line(), place.column(), message);
    }

    void add(String rule, int line, int column, String message) {
        mistakes.add(new Mistake(rule, line, column, message));
    }

    void warn(YamlNode place, String rule, String message) {
        warnings.add(new Mistake(rule, place.line(), place.column(), message));
    }

    boolean any() {
        return !mistakes.isEmpty();
    }

    /// The mistakes in the order of the document.
    List<Mistake> all() {
        return mistakes.stream().sorted(BY_PLACE).toList();
    }

    /// The warnings in the order of the document.
    List<Mistake> warnings() {
        return warnings.stream().sorted(BY_PLACE).toList();
    }
}
