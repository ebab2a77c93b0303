package io.hyperpodgateway.http;

import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.outcome.Refusal;
import io.hyperpodgateway.audit.Visit;
import io.hyperpodgateway.http.Routing.Found;
import io.hyperpodgateway.http.request.HttpRequest;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Answers to requests that lead nowhere.
final class Misses {

    static final Refusal NOTHING_TO_READ =
            Refusal.of(Problem.NOT_FOUND, "there is nothing of that name that you may read");

    private static final String ROUTES =
            Arrays.stream(Route.values()).map(Misses::told).collect(Collectors.joining(", "));

    private Misses() {}

    static Answered noSuchPath(Visit visit) {
        return Answered.refusedAstray(
                visit, Refusal.of(Problem.NOT_FOUND, "there is no such path; there are " + ROUTES));
    }

    static Answered wrongMethod(HttpRequest request, Visit visit, String allowed) {
        String advice =
                asksForClusters(request)
                        ? "; %s lists what was asked for, %s shows a cluster"
                                .formatted(told(Route.LIST_REQUESTS), told(Route.DESCRIBE_CLUSTER))
                        : "";
        Refusal refusal =
                Refusal.of(
                        Problem.METHOD_NOT_ALLOWED,
                        "this path does not take that method, it takes " + allowed + advice);
        return Answered.refusedAstray(visit, refusal).with("Allow", allowed);
    }

    /// Many take the path on which clusters are created for one that lists them.
    private static boolean asksForClusters(HttpRequest request) {
        return request.method().equals(Route.LIST_REQUESTS.method())
                && Routing.of(Route.CREATE_CLUSTER.method(), request.path())
                        instanceof Found(var route, _)
                && route == Route.CREATE_CLUSTER;
    }

    private static String told(Route route) {
        return route.method() + " " + route.template();
    }
}
