package io.hyperpodgateway.chaos;

import io.hyperpodgateway.e2e.Invocation.Completion;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.text.Reading;

import java.util.Optional;
import java.util.Set;

/// An answer to a client.
///
/// @param status 500 without headers if API Gateway would answer itself
/// @param headers the answer's headers
/// @param body may be empty
record ClientAnswer(int status, JsonObject headers, JsonObject body) {

    private static final Set<String> TRY_AGAIN =
            Set.of(
                    "request-in-progress",
                    "throttled",
                    "sagemaker-unavailable",
                    "audit-unavailable",
                    "outcome-unknown");

    /// Problems that leave the outcome open.
    private static final Set<String> CLAIMS_NOTHING =
            Set.of("request-in-progress", "audit-unavailable", "outcome-unknown");

    /// No answer of the function.
    static ClientAnswer nothing() {
        return new ClientAnswer(500, JsonObject.EMPTY, JsonObject.EMPTY);
    }

    static ClientAnswer of(Completion answer) {
        return answer instanceof Completion.Returned(var json) ? of(object(json)) : nothing();
    }

    private static ClientAnswer of(JsonObject answer) {
        return new ClientAnswer(
                Math.toIntExact(answer.integer("statusCode").orElse(500L)),
                answer.object("headers").orElse(JsonObject.EMPTY),
                answer.text("body").map(ClientAnswer::object).orElse(JsonObject.EMPTY));
    }

    /// Whether the client retries: after API Gateway's own 5xx, and if the answer says that it
    /// helps.
    boolean isToBeTriedAgain() {
        return headers.text("X-Request-Id").isEmpty() || TRY_AGAIN.contains(outcome());
    }

    /// Whether it states the outcome of the request.
    boolean claims() {
        return headers.text("X-Request-Id").isPresent() && !CLAIMS_NOTHING.contains(outcome());
    }

    boolean isReplayed() {
        return headers.text("Idempotency-Replayed").equals(Optional.of("true"));
    }

    /// The problem's name; `created` without one, `nothing` if the function did not answer.
    String outcome() {
        if (headers.text("X-Request-Id").isEmpty()) return "nothing";
        return body.text("type")
                .map(type -> type.substring(type.lastIndexOf(':') + 1))
                .orElse("created");
    }

    @Override
    public String toString() {
        return "%d %s %s%s"
                .formatted(
                        status,
                        outcome(),
                        body.text("ClusterArn").or(() -> body.text("detail")).orElse(""),
                        isReplayed() ? " (replayed)" : "");
    }

    private static JsonObject object(String text) {
        return JsonReader.read(text) instanceof Reading.Read(JsonObject object)
                ? object
                : JsonObject.EMPTY;
    }
}
