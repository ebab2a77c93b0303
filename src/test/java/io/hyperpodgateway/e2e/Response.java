package io.hyperpodgateway.e2e;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import java.util.List;

/// The function's answer to API Gateway.
///
/// @param body empty if it is not JSON
record Response(int status, JsonObject headers, JsonObject body) {

    static Response of(String json) {
        JsonObject answer = FunctionFixture.object(json);
        JsonObject headers = answer.object("headers").orElseThrow();
        boolean isJson = headers.text("Content-Type").orElse("").contains("json");
        return new Response(
                answer.integer("statusCode").orElseThrow().intValue(),
                headers,
                answer.text("body")
                        .filter(body -> isJson && !body.isEmpty())
                        .map(FunctionFixture::object)
                        .orElse(JsonObject.EMPTY));
    }

    String requestId() {
        return headers.text("X-Request-Id").orElseThrow();
    }

    String problem() {
        return body.text("type")
                .map(type -> type.substring(type.lastIndexOf(':') + 1))
                .orElse("none");
    }

    /// `rule pointer` of each finding.
    List<String> findings() {
        return List.copyOf(
                body.items(body.get("findings").isPresent() ? "findings" : "warnings").stream()
                        .map(Response::named)
                        .toList());
    }

    private static String named(Json finding) {
        JsonObject object = (JsonObject) finding;
        return "%s %s"
                .formatted(object.text("rule").orElseThrow(), object.text("pointer").orElseThrow())
                .strip();
    }
}
