package io.hyperpodgateway.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.hyperpodgateway.local.LoopbackHttp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/// The address of a function's credentials under SnapStart.
final class ServedCredentials implements AutoCloseable {

    private static final String TOKEN = "served-to-the-function-alone";

    private final HttpServer server;
    private volatile String accessKey;
    private volatile boolean serves = true;

    private ServedCredentials(String accessKey) throws IOException {
        this.accessKey = accessKey;
        server = LoopbackHttp.start(0, this::handle);
    }

    static ServedCredentials start(String accessKey) throws IOException {
        return new ServedCredentials(accessKey);
    }

    /// The variables that contain the address.
    Map<String, String> variables() {
        return Map.of(
                "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                "http://127.0.0.1:%d/credentials".formatted(server.getAddress().getPort()),
                "AWS_CONTAINER_AUTHORIZATION_TOKEN",
                TOKEN);
    }

    void change(String accessKey) {
        this.accessKey = accessKey;
    }

    /// Serves credentials, or fails, from now on.
    void serve(boolean serves) {
        this.serves = serves;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.sendResponseHeaders(403, -1);
                return;
            }
            if (!serves) {
                exchange.sendResponseHeaders(500, -1);
                return;
            }
            byte[] credentials =
                    "{\"AccessKeyId\":\"%s\",\"SecretAccessKey\":\"s\",\"Token\":\"t\",\"Expiration\":\"%s\"}"
                            .formatted(accessKey, Instant.now().plus(6, ChronoUnit.HOURS))
                            .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, credentials.length);
            exchange.getResponseBody().write(credentials);
        }
    }
}
