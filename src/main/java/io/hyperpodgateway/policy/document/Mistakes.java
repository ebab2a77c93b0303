package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.text.Excerpt;

import java.util.ArrayList;
import java.util.List;

/// What a reader has come across so far: mistakes, which refuse the document, and warnings, which
/// do not.
public final class Mistakes {

    private static final int MAX_LENGTH = 1000;

    /// As many names are compared with the known ones: more than a log line tells.
    private static final int MAX_HINTS = 500;

    private final List<Mistake> all = new ArrayList<>();
    private int hints = MAX_HINTS;
    private boolean cut;

    /// Notes a mistake at a value.
    public void add(YamlNode place, String rule, String message) {
        add(rule, place.line(), place.column(), message);
    }

    /// Notes a mistake at a line and column, both from 1.
    public void add(String rule, int line, int column, String message) {
        all.add(new Mistake(rule, Level.ERROR, line, column, shown(message)));
    }

    /// Notes a warning at a value.
    public void warn(YamlNode place, String rule, String message) {
        all.add(new Mistake(rule, Level.WARN, place.line(), place.column(), shown(message)));
    }

    /// Notes a warning on the document as a whole.
    public void warn(String rule, String message) {
        all.add(new Mistake(rule, Level.WARN, 1, 1, shown(message)));
    }

    /// Takes one of the hints that a document gets; answers whether one was left.
    boolean takeHint() {
        return hints-- > 0;
    }

    /// Whether there are hints left.
    boolean hasHints() {
        return hints > 0;
    }

    /// Notes that the document breaks off: what is not there may have been meant to follow.
    public void cut() {
        cut = true;
    }

    /// Whether the document breaks off.
    public boolean isCut() {
        return cut;
    }

    /// A document may hold anything, and of any length: a mistake is one line that can be read.
    /// What it begins and ends with is kept.
    private static String shown(String message) {
        String printable = Excerpt.replaced(message);
        if (printable.length() <= MAX_LENGTH) return printable;
        int end = printable.length() - MAX_LENGTH / 2;
        // no half of a character
        int from = Character.isLowSurrogate(printable.charAt(end)) ? end + 1 : end;
        int to = Character.isLowSurrogate(printable.charAt(MAX_LENGTH / 2)) ? 1 : 0;
        return printable.substring(0, MAX_LENGTH / 2 - to) + "…" + printable.substring(from);
    }

    /// Whether there is a mistake, which is more than a warning.
    public boolean any() {
        return all.stream().anyMatch(Mistake::isError);
    }

    /// Mistakes and warnings in the order of the document.
    public List<Mistake> all() {
        return all.stream().sorted(Mistake.IN_ORDER).toList();
    }
}
