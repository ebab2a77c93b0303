package io.hyperpodgateway.audit.verify;

import io.hyperpodgateway.audit.verify.VerificationFailure.Kind;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Collects failures, each once, up to a limit.
final class VerificationFailures {

    private static final int MOST_REPORTED = 10_000;

    private final List<VerificationFailure> reported = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private long unreported;

    void add(Kind kind, String place, String description) {
        add(new VerificationFailure(kind, place, description));
    }

    /// Adds a failure, unless the same one is known for that place.
    void add(VerificationFailure failure) {
        if (reported.size() >= MOST_REPORTED) {
            unreported++;
            return;
        }
        if (known.add(failure.kind() + " " + failure.place())) reported.add(failure);
    }

    void addAll(VerificationFailures others) {
        others.reported.forEach(this::add);
        unreported += others.unreported;
    }

    boolean isEmpty() {
        return reported.isEmpty();
    }

    List<VerificationFailure> reported() {
        return List.copyOf(reported);
    }

    /// The number of failures above the limit.
    long unreported() {
        return unreported;
    }
}
