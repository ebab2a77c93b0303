package io.hyperpodgateway.http;

import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.outcome.Refusal;
import io.hyperpodgateway.audit.Visit;

/// Answers to requests that lead nowhere.
final class Misses {

    static final Refusal NOTHING_TO_READ =
            Refusal.of(Problem.NOT_FOUND, "there is nothing of that name that you may read");

    private Misses() {}

    static Answered noSuchPath(Visit visit) {
        return Answered.refusedAstray(
                visit, Refusal.of(Problem.NOT_FOUND, "there is no such path"));
    }

    static Answered wrongMethod(Visit visit, String allowed) {
        Refusal refusal = Refusal.of(Problem.METHOD_NOT_ALLOWED, "this path takes " + allowed);
        return Answered.refusedAstray(visit, refusal).with("Allow", allowed);
    }
}
