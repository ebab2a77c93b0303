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

    private static final Refusal MISCONFIGURED =
            Refusal.of(
                    Problem.GATEWAY_MISCONFIGURED,
                    "a setting or the policy cannot be read; its operator finds the mistakes in the"
                            + " log");

    private final String version;

    public ClosedFrontDoor(String version) {
        this.version = version;
    }

    @Override
    public Answered answer(HttpRequest request, Visit visit) {
        return switch (Routing.of(request.method(), request.path())) {
            case NoSuchPath _ -> Misses.noSuchPath(visit);
            case WrongMethod(var allowed) ->
                    Misses.wrongMethod(request, visit, allowed, _ -> false);
            case Found(var route, _) when route == Route.HEALTH -> health(visit);
            case Found(var route, _) -> Answered.refused(route, visit, MISCONFIGURED);
        };
    }

    private Answered health(Visit visit) {
        HttpAnswer answer =
                HttpAnswer.json(
                        503,
                        JsonObject.of("status", Json.of("misconfigured"))
                                .with("version", Json.of(version)));
        return new Answered(
                answer, visit, Route.HEALTH.template(), MISCONFIGURED.problem().id(), List.of());
    }
}
