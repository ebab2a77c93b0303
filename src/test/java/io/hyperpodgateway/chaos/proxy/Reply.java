package io.hyperpodgateway.chaos.proxy;

import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// An answer.
///
/// @param length the declared length; if it exceeds the body's, the answer is cut off
record Reply(int status, Map<String, String> headers, byte[] body, int length) {

    static Reply of(int status, Map<String, String> headers, byte[] body) {
        return new Reply(status, headers, body, body.length);
    }

    /// An invented answer.
    static Reply text(int status, String text) {
        return of(
                status,
                Map.of("Content-Type", "application/x-amz-json-1.0"),
                text.getBytes(StandardCharsets.UTF_8));
    }

    static Reply error(int status, String code) {
        return text(status, "{\"__type\":\"%s\",\"message\":\"told to\"}".formatted(code));
    }

    Reply cutOff() {
        return new Reply(status, headers, Arrays.copyOf(body, body.length / 2), length);
    }

    void sendTo(HttpExchange exchange) throws IOException {
        new TreeMap<>(headers).forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    boolean succeeded() {
        return status == 200;
    }
}
