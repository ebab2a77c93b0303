package io.hyperpodgateway.admission.outcome;

import io.hyperpodgateway.audit.RequestContext;

import java.util.Objects;

/// The end of the story as a caller is told it.
///
/// @param context the circumstances, under the id of the request that the outcome is of
/// @param replayed whether this is what came of an earlier request under the same key, and this one
///   did nothing
public record Conclusion(Outcome outcome, RequestContext context, boolean replayed) {

    public Conclusion {
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(context);
    }

    /// What came of this very request.
    public static Conclusion of(Outcome outcome, RequestContext context) {
        return new Conclusion(outcome, context, false);
    }

    /// What came of an earlier request under the same key.
    public static Conclusion replay(Outcome outcome, RequestContext context) {
        return new Conclusion(outcome, context, true);
    }
}
