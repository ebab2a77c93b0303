package io.hyperpodgateway.http;

import io.hyperpodgateway.http.Route.Access;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The answers that API Gateway gives itself, before or instead of the gateway: in its own form and
/// without `X-Request-Id`.
final class ApiGatewayAnswers {

    /// @param message its text, if it is known
    private record GatewayAnswer(
            int status, Optional<String> message, Predicate<Route> where, String words) {}

    private static final List<GatewayAnswer> ROWS =
            List.of(
                    row(
                            401,
                            "Unauthorized",
                            ApiGatewayAnswers::identifies,
                            "the token is missing, expired or another's"),
                    row(
                            403,
                            "Forbidden",
                            ApiGatewayAnswers::identifies,
                            "the signature is missing, wrong or expired, or execute-api:Invoke is"
                                    + " not allowed"),
                    row(
                            413,
                            "Request Entity Too Large",
                            ApiGatewayAnswers::takesABody,
                            "the body is over 10 MB, or over the 6 MB that Lambda takes"),
                    row(429, "Too Many Requests", _ -> true, "too many requests at once"),
                    new GatewayAnswer(
                            431,
                            Optional.empty(),
                            _ -> true,
                            "the request line and headers are over 10,240 bytes"),
                    row(500, "Internal Server Error", _ -> true, "the function crashed"),
                    row(
                            503,
                            "Service Unavailable",
                            _ -> true,
                            "no answer within 30 s, or no capacity left; on POST /clusters the"
                                    + " outcome is unknown"));

    private ApiGatewayAnswers() {}

    static List<DescribedAnswer> on(Route route) {
        return ROWS.stream()
                .filter(row -> row.where().test(route))
                .map(ApiGatewayAnswers::described)
                .toList();
    }

    /// Examples of those whose text is known, by name.
    static JsonObject examples() {
        JsonObject examples = JsonObject.EMPTY;
        for (GatewayAnswer row : ROWS) {
            if (row.message().isEmpty()) continue;
            JsonObject value = JsonObject.of("message", Json.of(row.message().get()));
            examples =
                    examples.with(
                            name(row),
                            JsonObject.of("summary", Json.of("API Gateway: " + row.words()))
                                    .with("value", value));
        }
        return examples;
    }

    private static boolean identifies(Route route) {
        return route.access() == Access.IDENTIFIED;
    }

    private static boolean takesABody(Route route) {
        return route.method().equals("POST");
    }

    private static GatewayAnswer row(
            int status, String message, Predicate<Route> where, String words) {
        return new GatewayAnswer(status, Optional.of(message), where, words);
    }

    private static DescribedAnswer described(GatewayAnswer row) {
        return new DescribedAnswer(
                row.status(),
                "API Gateway itself: " + row.words(),
                "application/json",
                "ApiGatewayMessage",
                row.message().stream().map(_ -> name(row)).toList(),
                List.of());
    }

    private static String name(GatewayAnswer row) {
        return "api-gateway-" + row.status();
    }
}
