package io.hyperpodgateway.http;

import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.outcome.Refusal;
import io.hyperpodgateway.audit.Visit;
import io.hyperpodgateway.http.Routing.Found;
import io.hyperpodgateway.http.Routing.NoSuchPath;
import io.hyperpodgateway.http.Routing.WrongMethod;
import io.hyperpodgateway.http.request.HttpRequest;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import java.util.List;

/// The front door of a gateway that is not set up: it serves nothing and says so. The mistakes
/// stand in its log.
public final class ClosedFrontDoor implements FrontDoor {

    private final String version;

    public ClosedFrontDoor(String version) {
        this.version = version;
    }

    @Override
    public Answered answer(HttpRequest request, Visit visit) {
        return switch (Routing.of(request.method(), request.path())) {
            case NoSuchPath _ -> Misses.noSuchPath(visit);
            case WrongMethod(var allowed) -> Misses.wrongMethod(visit, allowed);
            case Found(var route, _) when route == Route.HEALTH -> answered(route, visit, health());
            case Found(var route, _) -> answered(route, visit, misconfigured(route, visit));
        };
    }

    private static Answered answered(Route route, Visit visit, HttpAnswer answer) {
        return new Answered(
                answer, visit, route.template(), Problem.GATEWAY_MISCONFIGURED.id(), List.of());
    }

    private HttpAnswer health() {
        return HttpAnswer.json(
                503,
                JsonObject.of("status", Json.of("misconfigured"))
                        .with("version", Json.of(version)));
    }

    private static HttpAnswer misconfigured(Route route, Visit visit) {
        return Answers.problem(
                route,
                Refusal.of(
                        Problem.GATEWAY_MISCONFIGURED,
                        "a setting or the policy cannot be read; its operator finds the mistakes in the log"),
                visit.requestId());
    }
}
