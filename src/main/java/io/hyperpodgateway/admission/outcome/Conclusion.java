package io.hyperpodgateway.admission.outcome;

import io.hyperpodgateway.audit.RequestContext;

import java.util.Objects;

/// The result of a submission, for the answer.
///
/// @param context the context, under the id of the request that the outcome belongs to
/// @param replayed whether this is the outcome of an earlier request under the same key, in which
///   case this one did nothing
public record Conclusion(Outcome outcome, RequestContext context, boolean replayed) {

    public Conclusion {
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(context);
    }

    public static Conclusion of(Outcome outcome, RequestContext context) {
        return new Conclusion(outcome, context, false);
    }

    public static Conclusion replay(Outcome outcome, RequestContext context) {
        return new Conclusion(outcome, context, true);
    }
}
