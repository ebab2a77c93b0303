package io.hyperpodgateway.audit.verify;

import io.hyperpodgateway.audit.verify.VerificationFailure.Kind;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The flaws that were found, each once, as many of them as somebody may read.
final class VerificationFailures {

    private static final int MOST_TOLD = 10_000;

    private final List<VerificationFailure> told = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private long untold;

    void add(Kind kind, String place, String told) {
        add(new VerificationFailure(kind, place, told));
    }

    /// Adds a flaw, unless the same is known of that place.
    void add(VerificationFailure verificationFailure) {
        if (told.size() >= MOST_TOLD) {
            untold++;
            return;
        }
        if (known.add(verificationFailure.kind() + " " + verificationFailure.place()))
            told.add(verificationFailure);
    }

    void addAll(VerificationFailures others) {
        others.told.forEach(this::add);
        untold += others.untold;
    }

    boolean isEmpty() {
        return told.isEmpty();
    }

    List<VerificationFailure> told() {
        return List.copyOf(told);
    }

    /// How many there are beyond those that are told.
    long untold() {
        return untold;
    }
}
