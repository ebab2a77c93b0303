package io.hyperpodgateway.local;

import com.sun.net.httpserver.HttpExchange;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonBoolean;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.text.Reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

record HttpApiAnswer(int status, Map<String, String> headers, byte[] body) {

    /// API Gateway's answer if the function's is unusable.
    static final HttpApiAnswer UNUSABLE = message(500, "Internal Server Error");

    /// An answer of API Gateway's own, in its form.
    static HttpApiAnswer message(int status, String message) {
        return of(status, "application/json", JsonObject.of("message", Json.of(message)).toText());
    }

    /// An answer of this server itself.
    static HttpApiAnswer of(int status, String type, String text) {
        return new HttpApiAnswer(
                status, Map.of("content-type", type), text.getBytes(StandardCharsets.UTF_8));
    }

    /// Parses the function's answer like API Gateway, payload format 2.0; [#UNUSABLE] if it has
    /// another format.
    static HttpApiAnswer read(byte[] written) {
        if (!(JsonReader.read(written) instanceof Reading.Read(JsonObject answer))) return UNUSABLE;
        long status = answer.integer("statusCode").orElse(0L);
        if (status < 200 || status > 599) return UNUSABLE;
        var headers = new LinkedHashMap<String, String>();
        answer.object("headers").orElse(JsonObject.EMPTY).stream()
                .forEach(header ->
                        header.getValue()
                                .text()
                                .ifPresent(value -> headers.put(header.getKey(), value)));
        String body = answer.text("body").orElse("");
        boolean encoded =
                answer.get("isBase64Encoded").filter(new JsonBoolean(true)::equals).isPresent();
        try {
            return new HttpApiAnswer(
                    (int) status,
                    headers,
                    encoded
                            ? Base64.getDecoder().decode(body)
                            : body.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return UNUSABLE;
        }
    }

    /// Sends it and ends the exchange. HEAD, 204 and 304 have no body; the answer to a HEAD has the
    /// length of the omitted one.
    void send(HttpExchange exchange) throws IOException {
        try (exchange) {
            headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            boolean head = exchange.getRequestMethod().equals("HEAD");
            if (head) {
                exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
            }
            if (head || body.length == 0 || status == 204 || status == 304) {
                exchange.sendResponseHeaders(status, -1);
                return;
            }
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
