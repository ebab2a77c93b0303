package io.hyperpodgateway.http;

import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.outcome.Refusal;
import io.hyperpodgateway.audit.Visit;

/// Answers to requests that lead nowhere.
final class Misses {

    static final Refusal NOTHING_TO_READ =
            Refusal.of(Problem.NOT_FOUND, "there is nothing of that name that you may read");

    private static final String NO_ROUTE = "none";

    private Misses() {}

    static Answered noSuchPath(Visit visit) {
        return answered(visit, Refusal.of(Problem.NOT_FOUND, "there is no such path"));
    }

    static Answered wrongMethod(Visit visit, String allowed) {
        Answered answered =
                answered(
                        visit,
                        Refusal.of(Problem.METHOD_NOT_ALLOWED, "this path takes " + allowed));
        return new Answered(
                answered.answer().with("Allow", allowed),
                visit,
                NO_ROUTE,
                answered.outcome(),
                answered.findings());
    }

    private static Answered answered(Visit visit, Refusal refusal) {
        return new Answered(
                Answers.problem(refusal, visit.requestId()),
                visit,
                NO_ROUTE,
                refusal.problem().id(),
                refusal.findings());
    }
}
