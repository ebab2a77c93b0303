package io.hyperpodgateway.http;

import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.outcome.Refusal;
import io.hyperpodgateway.audit.Visit;
import io.hyperpodgateway.http.request.HttpRequest;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Answers to requests that lead nowhere.
final class Misses {

    static final Refusal NOTHING_TO_READ =
            Refusal.of(Problem.NOT_FOUND, "there is nothing of that name that you may read");

    private Misses() {}

    private static final String ROUTES =
            Arrays.stream(Route.values()).map(Misses::told).collect(Collectors.joining(", "));

    static Answered noSuchPath(Visit visit) {
        return Answered.refusedAstray(
                visit, Refusal.of(Problem.NOT_FOUND, "there is no such path; there are " + ROUTES));
    }

    /// The path of clusters is one that many take for a list.
    static Answered wrongMethod(HttpRequest request, Visit visit, String allowed) {
        boolean asksForList =
                request.method().equals(Route.LIST_REQUESTS.method())
                        && allowed.equals(Route.CREATE_CLUSTER.method());
        String advice =
                asksForList
                        ? "; %s lists what was asked for, %s shows a cluster"
                                .formatted(told(Route.LIST_REQUESTS), told(Route.DESCRIBE_CLUSTER))
                        : "";
        Refusal refusal =
                Refusal.of(
                        Problem.METHOD_NOT_ALLOWED,
                        "this path does not take that method, it takes " + allowed + advice);
        return Answered.refusedAstray(visit, refusal).with("Allow", allowed);
    }

    private static String told(Route route) {
        return route.method() + " " + route.template();
    }
}
