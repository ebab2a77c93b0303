package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.text.Excerpt;
import io.hyperpodgateway.text.NearestNames;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The mistakes that a reader has found so far, which refuse the document, and the warnings, which
/// do not.
final class Mistakes {

    private static final int MAX_LENGTH = 1000;

    /// As many names are compared with the known ones: a comparison takes time, and a document may
    /// hold tens of thousands of names.
    private static final int MAX_HINTS = 500;

    private final List<Mistake> all = new ArrayList<>();
    private int hints = MAX_HINTS;

    /// Notes a mistake.
    void add(String rule, TextPlace place, String message) {
        add(rule, Level.ERROR, place, message);
    }

    /// Notes a warning.
    void warn(String rule, TextPlace place, String message) {
        add(rule, Level.WARN, place, message);
    }

    private void add(String rule, Level level, TextPlace place, String message) {
        all.add(new Mistake(rule, level, place.line(), place.column(), shown(message)));
    }

    /// Whether there is a mistake, which is more than a warning.
    boolean any() {
        return all.stream().anyMatch(Mistake::isError);
    }

    /// Mistakes and warnings in the order of the document.
    List<Mistake> all() {
        return all.stream().sorted(Mistake.IN_ORDER).toList();
    }

    /// The end of a sentence on a name that is not known: the known one that is nearest, if one is
    /// near and there are hints left.
    String hint(String written, Collection<String> known) {
        return hints-- > 0 ? NearestNames.hint(written, known) : "";
    }

    /// Whether there are hints left.
    boolean hasHints() {
        return hints > 0;
    }

    /// A document may hold anything, and of any length: a mistake is one line that can be read. Its
    /// beginning and its end are kept.
    private static String shown(String message) {
        String printable = Excerpt.replaced(message);
        if (printable.length() <= MAX_LENGTH) return printable;
        int end = printable.length() - MAX_LENGTH / 2;
        // no half of a character
        int from = Character.isLowSurrogate(printable.charAt(end)) ? end + 1 : end;
        int to = Character.isLowSurrogate(printable.charAt(MAX_LENGTH / 2)) ? 1 : 0;
        return printable.substring(0, MAX_LENGTH / 2 - to) + "…" + printable.substring(from);
    }
}
