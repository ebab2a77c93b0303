package io.hyperpodgateway.http;

import io.hyperpodgateway.admission.outcome.Refusal;
import io.hyperpodgateway.audit.Visit;
import io.hyperpodgateway.spec.Finding;

import java.util.List;

/// An answer, and what is worth telling about it in the log.
///
/// @param route the route's template, or `none`
/// @param outcome the outcome's name: `created`, `ok`, a problem's id
/// @param findings what was found about the request
public record Answered(
        HttpAnswer answer, Visit visit, String route, String outcome, List<Finding> findings) {

    public Answered {
        findings = List.copyOf(findings);
    }

    /// A refusal on a route.
    static Answered refused(Route route, Visit visit, Refusal refusal) {
        HttpAnswer answer = Answers.problem(route, refusal, visit.requestId());
        return of(answer, visit, route.template(), refusal);
    }

    /// A refusal of a request that led to no route.
    static Answered refusedAstray(Visit visit, Refusal refusal) {
        return of(Answers.problem(refusal, visit.requestId()), visit, "none", refusal);
    }

    /// This answer with one more header field.
    Answered with(String header, String value) {
        return new Answered(answer.with(header, value), visit, route, outcome, findings);
    }

    private static Answered of(HttpAnswer answer, Visit visit, String route, Refusal refusal) {
        return new Answered(answer, visit, route, refusal.problem().id(), refusal.findings());
    }
}
