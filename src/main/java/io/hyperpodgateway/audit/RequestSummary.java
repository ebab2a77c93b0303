package io.hyperpodgateway.audit;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

/// A request as a list shows it.
public final class RequestSummary {

    private RequestSummary() {}

    /// `at` is when the request began; `type`, `outcome` and what belongs to them are its last
    /// event's.
    ///
    /// @param first the members of its first event
    /// @param last the members of its last, which may be the same
    public static JsonObject of(JsonObject first, JsonObject last) {
        return JsonObject.EMPTY
                .with("requestId", first.get("requestId"))
                .with("type", last.get("type"))
                .with("at", first.get("at"))
                .with("principal", first.get("principal"))
                .with("clusterName", first.get("clusterName"))
                .with("outcome", Json.of(last.text("outcome").orElse(RequestHistory.OPEN)))
                .with("httpStatus", last.get("httpStatus"))
                .with("clusterArn", last.get("clusterArn"));
    }
}
