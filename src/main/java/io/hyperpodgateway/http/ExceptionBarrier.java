package io.hyperpodgateway.http;

import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.outcome.Refusal;
import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.http.request.HttpRequest;

import java.util.function.BiConsumer;

/// Catches unexpected exceptions at the edge; the answer contains only the request's id.
public final class ExceptionBarrier implements HttpEndpoint {

    private final HttpEndpoint inner;
    private final BiConsumer<RequestContext, RuntimeException> bug;

    /// @param bug receives the exception
    public ExceptionBarrier(HttpEndpoint inner, BiConsumer<RequestContext, RuntimeException> bug) {
        this.inner = inner;
        this.bug = bug;
    }

    @Override
    public LoggedAnswer answer(HttpRequest request, RequestContext context) {
        LoggedAnswer answer = answerSafely(request, context);
        return answer.with("X-Request-Id", answer.context().requestId());
    }

    private LoggedAnswer answerSafely(HttpRequest request, RequestContext context) {
        try {
            return inner.answer(request, context);
        } catch (RuntimeException e) {
            bug.accept(context, e);
            return failed(Routing.of(request.method(), request.path()), context);
        }
    }

    private static LoggedAnswer failed(Routing routing, RequestContext context) {
        Refusal refusal =
                Refusal.of(
                        Problem.INTERNAL,
                        "the gateway failed; report the requestId to its operator");
        return routing instanceof Routing.FoundRoute(var route, _)
                ? LoggedAnswer.refused(route, context, refusal)
                : LoggedAnswer.refusedUnrouted(context, refusal);
    }
}
