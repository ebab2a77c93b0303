package io.hyperpodgateway.audit.verify;

import io.hyperpodgateway.audit.verify.Flaw.Kind;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The flaws that were found, each once, as many of them as somebody may read.
final class Flaws {

    private static final int MOST_TOLD = 10_000;

    private final List<Flaw> told = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private long untold;

    void add(Kind kind, String place, String told) {
        add(new Flaw(kind, place, told));
    }

    /// Adds a flaw, unless the same is known of that place.
    void add(Flaw flaw) {
        if (told.size() >= MOST_TOLD) {
            untold++;
            return;
        }
        if (known.add(flaw.kind() + " " + flaw.place())) told.add(flaw);
    }

    void addAll(Flaws others) {
        others.told.forEach(this::add);
        untold += others.untold;
    }

    boolean isEmpty() {
        return told.isEmpty();
    }

    List<Flaw> told() {
        return List.copyOf(told);
    }

    /// How many there are beyond those that are told.
    long untold() {
        return untold;
    }
}
