package io.hyperpodgateway.admission.outcome;

import io.hyperpodgateway.audit.Visit;

import java.util.Objects;

/// The end of the story as a caller is told it.
///
/// @param visit the circumstances, under the id of the request that the outcome is of
/// @param replayed whether this is what came of an earlier request under the same key, and this one
///   did nothing
public record Conclusion(Outcome outcome, Visit visit, boolean replayed) {

    public Conclusion {
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(visit);
    }

    /// What came of this very request.
    public static Conclusion of(Outcome outcome, Visit visit) {
        return new Conclusion(outcome, visit, false);
    }

    /// What came of an earlier request under the same key.
    public static Conclusion replay(Outcome outcome, Visit visit) {
        return new Conclusion(outcome, visit, true);
    }
}
