package io.hyperpodgateway.http;

import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.outcome.Refusal;
import io.hyperpodgateway.audit.Visit;
import io.hyperpodgateway.http.request.HttpRequest;

import java.util.function.BiConsumer;

/// Catches what no room foresaw, once and at the edge: the caller learns the request's id and
/// nothing else.
public final class FailingSafe implements FrontDoor {

    private final FrontDoor inner;
    private final BiConsumer<Visit, RuntimeException> bug;

    /// @param bug told of what was thrown
    public FailingSafe(FrontDoor inner, BiConsumer<Visit, RuntimeException> bug) {
        this.inner = inner;
        this.bug = bug;
    }

    @Override
    public Answered answer(HttpRequest request, Visit visit) {
        Answered answered = answerSafely(request, visit);
        return answered.with("X-Request-Id", answered.visit().requestId());
    }

    private Answered answerSafely(HttpRequest request, Visit visit) {
        try {
            return inner.answer(request, visit);
        } catch (RuntimeException e) {
            bug.accept(visit, e);
            return failed(Routing.of(request.method(), request.path()), visit);
        }
    }

    private static Answered failed(Routing routing, Visit visit) {
        Refusal refusal =
                Refusal.of(Problem.INTERNAL, "the gateway failed; tell its operator the requestId");
        return routing instanceof Routing.Found(var route, _)
                ? Answered.refused(route, visit, refusal)
                : Answered.refusedAstray(visit, refusal);
    }
}
