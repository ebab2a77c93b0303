package io.hyperpodgateway.http;

import io.hyperpodgateway.admission.outcome.Refusal;
import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.finding.Finding;

import java.util.List;

/// An answer, and what is logged about it.
///
/// @param route the route's template, or `none`
/// @param outcome the outcome's name: `created`, `ok`, a problem's id
/// @param findings the findings on the request
public record LoggedAnswer(
        HttpAnswer answer,
        RequestContext context,
        String route,
        String outcome,
        List<Finding> findings) {

    public LoggedAnswer {
        findings = List.copyOf(findings);
    }

    static LoggedAnswer refused(Route route, RequestContext context, Refusal refusal) {
        HttpAnswer answer = Answers.problem(route, refusal, context.requestId());
        return of(answer, context, route.template(), refusal);
    }

    /// A refusal of a request without a route.
    static LoggedAnswer refusedUnrouted(RequestContext context, Refusal refusal) {
        return of(Answers.problem(refusal, context.requestId()), context, "none", refusal);
    }

    LoggedAnswer with(String header, String value) {
        return new LoggedAnswer(answer.with(header, value), context, route, outcome, findings);
    }

    private static LoggedAnswer of(
            HttpAnswer answer, RequestContext context, String route, Refusal refusal) {
        return new LoggedAnswer(answer, context, route, refusal.problem().id(), refusal.findings());
    }
}
