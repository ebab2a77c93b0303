package io.hyperpodgateway.http;

import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.outcome.Refusal;
import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.http.Routing.FoundRoute;
import io.hyperpodgateway.http.request.HttpRequest;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Answers to requests without a route.
final class UnroutedAnswers {

    static final Refusal NOTHING_TO_READ =
            Refusal.of(Problem.NOT_FOUND, "there is nothing of that name that you may read");

    private static final String ROUTES =
            Arrays.stream(Route.values())
                    .map(UnroutedAnswers::methodAndPath)
                    .collect(Collectors.joining(", "));

    private static final Map<String, String> CLUSTER_COMMANDS =
            Map.of(
                    "DELETE", "delete-cluster",
                    "PUT", "update-cluster",
                    "PATCH", "update-cluster");

    private UnroutedAnswers() {}

    static LoggedAnswer noSuchPath(RequestContext context) {
        return LoggedAnswer.refusedUnrouted(
                context,
                Refusal.of(Problem.NOT_FOUND, "there is no such path; there are " + ROUTES));
    }

    /// @param isClusterName whether a text may be used in a command as a cluster's name
    static LoggedAnswer wrongMethod(
            HttpRequest request,
            RequestContext context,
            String allowed,
            Predicate<String> isClusterName) {
        Optional<String> target = AwsOperation.target(request);
        if (target.isPresent()) return AwsOperation.refused(target.get(), context);
        Refusal refusal =
                Refusal.of(
                        Problem.METHOD_NOT_ALLOWED,
                        "this path does not take that method, it takes "
                                + allowed
                                + advice(request, isClusterName));
        return LoggedAnswer.refusedUnrouted(context, refusal).with("Allow", allowed);
    }

    private static String advice(HttpRequest request, Predicate<String> isClusterName) {
        if (asksForClusters(request)) {
            return "; %s lists requests, %s shows a cluster"
                    .formatted(
                            methodAndPath(Route.LIST_REQUESTS),
                            methodAndPath(Route.DESCRIBE_CLUSTER));
        }
        return command(request, isClusterName)
                .map("; the gateway creates clusters only, AWS changes them: "::concat)
                .orElse("");
    }

    /// The AWS CLI command for a cluster. Only a valid cluster name is included, because a shell
    /// could interpret anything else.
    private static Optional<String> command(HttpRequest request, Predicate<String> isClusterName) {
        if (!(Routing.of(Route.DESCRIBE_CLUSTER.method(), request.path())
                        instanceof FoundRoute(var route, var name)
                && route == Route.DESCRIBE_CLUSTER)) {
            return Optional.empty();
        }
        return Optional.ofNullable(CLUSTER_COMMANDS.get(request.method()))
                .map(command ->
                        "aws sagemaker %s --cluster-name %s"
                                .formatted(command, isClusterName.test(name) ? name : "NAME"));
    }

    /// Clients often list clusters at the path on which clusters are created.
    private static boolean asksForClusters(HttpRequest request) {
        return request.method().equals(Route.LIST_REQUESTS.method())
                && Routing.of(Route.CREATE_CLUSTER.method(), request.path())
                        instanceof FoundRoute(var route, _)
                && route == Route.CREATE_CLUSTER;
    }

    private static String methodAndPath(Route route) {
        return route.method() + " " + route.template();
    }
}
