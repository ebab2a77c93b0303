package io.hyperpodgateway.http;

import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.outcome.Refusal;
import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.http.Routing.FoundRoute;
import io.hyperpodgateway.http.Routing.NoSuchPath;
import io.hyperpodgateway.http.Routing.WrongMethod;
import io.hyperpodgateway.http.request.HttpRequest;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import java.util.List;

/// Answers for a gateway with invalid configuration: every route fails. The mistakes are in the
/// log.
public final class MisconfiguredRouter implements HttpEndpoint {

    private static final Refusal MISCONFIGURED =
            Refusal.of(
                    Problem.GATEWAY_MISCONFIGURED,
                    "a setting or the policy cannot be read; its operator finds the mistakes in the"
                            + " log");

    private final String version;

    public MisconfiguredRouter(String version) {
        this.version = version;
    }

    @Override
    public LoggedAnswer answer(HttpRequest request, RequestContext context) {
        return switch (Routing.of(request.method(), request.path())) {
            case NoSuchPath _ -> UnroutedAnswers.noSuchPath(context);
            case WrongMethod(var allowed) ->
                    UnroutedAnswers.wrongMethod(request, context, allowed, _ -> false);
            case FoundRoute(var route, _) when route == Route.HEALTH -> health(context);
            case FoundRoute(var route, _) -> LoggedAnswer.refused(route, context, MISCONFIGURED);
        };
    }

    private LoggedAnswer health(RequestContext context) {
        HttpAnswer answer =
                HttpAnswer.json(
                        503,
                        JsonObject.of("status", Json.of("misconfigured"))
                                .with("version", Json.of(version)));
        return new LoggedAnswer(
                answer, context, Route.HEALTH.template(), MISCONFIGURED.problem().id(), List.of());
    }
}
