package io.hyperpodgateway.local;

import com.sun.net.httpserver.HttpExchange;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Converts an HTTP request to API Gateway's event: payload format 2.0 ("Working with AWS Lambda
/// proxy integrations for HTTP APIs" in API Gateway's developer guide).
final class HttpApiEvent {

    private static final String PRINCIPAL = "x-local-principal";

    /// Headers that API Gateway does not pass on: those about one connection, our own, or those
    /// with a member of their own in the event.
    private static final Set<String> NOT_PASSED_ON =
            Set.of(PRINCIPAL, "connection", "keep-alive", "transfer-encoding", "cookie");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final HttpExchange exchange;
    private final String accountId;
    private final String requestId;
    private final Instant now;

    private HttpApiEvent(HttpExchange exchange, String accountId, String requestId, Instant now) {
        this.exchange = exchange;
        this.accountId = accountId;
        this.requestId = requestId;
        this.now = now;
    }

    /// The value of the header that identifies the caller.
    static Optional<String> principal(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().get(PRINCIPAL))
                .map(values -> String.join(",", values));
    }

    /// The event of a request.
    ///
    /// @param authorizer the request context's `authorizer`, if there is a caller
    /// @param accountId the account of the API
    static JsonObject of(
            HttpExchange exchange,
            byte[] body,
            Optional<JsonObject> authorizer,
            String accountId,
            String requestId,
            Instant now) {
        return new HttpApiEvent(exchange, accountId, requestId, now).event(body, authorizer);
    }

    private JsonObject event(byte[] body, Optional<JsonObject> authorizer) {
        JsonObject event =
                JsonObject.of("version", Json.of("2.0"))
                        .with("routeKey", Json.of("$default"))
                        .with("rawPath", Json.of(path()))
                        .with("rawQueryString", Json.of(rawQuery()))
                        .with("cookies", cookies())
                        .with("headers", object(headers()))
                        .with("queryStringParameters", queryStringParameters())
                        .with("requestContext", context(authorizer));
        if (body.length == 0) return event.with("isBase64Encoded", Json.of(false));
        Optional<String> text = text(body);
        return event.with(
                        "body",
                        Json.of(text.orElseGet(() -> Base64.getEncoder().encodeToString(body))))
                .with("isBase64Encoded", Json.of(text.isEmpty()));
    }

    private JsonObject context(Optional<JsonObject> authorizer) {
        return JsonObject.of("accountId", Json.of(accountId))
                .with("apiId", Json.of("local"))
                .with("authorizer", authorizer)
                .with("domainName", Json.of(header("Host").replaceFirst(":[0-9]*$", "")))
                .with("domainPrefix", Json.of("local"))
                .with("http", http())
                .with("requestId", Json.of(requestId))
                .with("routeKey", Json.of("$default"))
                .with("stage", Json.of("$default"))
                .with("time", Json.of(TIME.format(now)))
                .with("timeEpoch", Json.of(now.toEpochMilli()));
    }

    private JsonObject http() {
        return JsonObject.of("method", Json.of(exchange.getRequestMethod()))
                .with("path", Json.of(path()))
                .with("protocol", Json.of(exchange.getProtocol()))
                .with("sourceIp", Json.of(sourceIp()))
                .with("userAgent", Json.of(header("User-Agent")));
    }

    /// The path with its escapes resolved: in spite of its name, API Gateway's `rawPath` is
    /// decoded.
    private String path() {
        String raw = exchange.getRequestURI().getRawPath();
        return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private String rawQuery() {
        return Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    }

    private Optional<Json> queryStringParameters() {
        var parameters = new LinkedHashMap<String, String>();
        for (String pair : rawQuery().split("&")) {
            if (pair.isEmpty()) continue;
            String[] parts = pair.split("=", 2);
            String value = parts.length == 1 ? "" : decoded(parts[1]);
            parameters.merge(decoded(parts[0]), value, HttpApiEvent::joined);
        }
        return parameters.isEmpty() ? Optional.empty() : Optional.of(object(parameters));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String joined(String first, String second) {
        return first + "," + second;
    }

    private Optional<Json> cookies() {
        List<String> values = exchange.getRequestHeaders().get("Cookie");
        if (values == null) return Optional.empty();
        return Optional.of(JsonArray.ofTexts(List.of(String.join("; ", values).split("; *"))));
    }

    private Map<String, String> headers() {
        var headers = new TreeMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        headers.keySet().removeAll(NOT_PASSED_ON);
        headers.merge("x-forwarded-for", sourceIp(), HttpApiEvent::joined);
        headers.put("x-forwarded-port", Integer.toString(exchange.getLocalAddress().getPort()));
        headers.put("x-forwarded-proto", "http");
        headers.putIfAbsent("x-amzn-trace-id", traceId());
        return headers;
    }

    private String traceId() {
        String random = requestId.replace("-", "").substring(0, 24);
        return "Root=1-%08x-%s".formatted(now.getEpochSecond(), random);
    }

    private String sourceIp() {
        return exchange.getRemoteAddress().getAddress().getHostAddress();
    }

    private String header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    private static JsonObject object(Map<String, String> texts) {
        var members = new LinkedHashMap<String, Json>();
        texts.forEach((name, text) -> members.put(name, Json.of(text)));
        return new JsonObject(members);
    }

    /// The bytes as text, if they are UTF-8.
    private static Optional<String> text(byte[] body) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
