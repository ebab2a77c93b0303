package io.hyperpodgateway.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A relay between the function and DynamoDB Local that injects faults.
final class FaultyRelay implements AutoCloseable {

    enum RelayFault {
        REFUSED(400, "com.amazonaws.dynamodb.v20120810#ValidationException", false),
        DENIED(400, "com.amazon.coral.service#AccessDeniedException", false),
        THROTTLED(
                400,
                "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException",
                false),
        FAILED(500, "com.amazonaws.dynamodb.v20120810#InternalServerError", false),
        FAILED_AFTER_ACTING(500, "com.amazonaws.dynamodb.v20120810#InternalServerError", true),
        RESET(0, "", false),
        RESET_AFTER_ACTING(0, "", true),
        GARBLED(200, "<html>", false),
        GARBLED_AFTER_ACTING(200, "<html>", true),
        SLOW(-1, "", false);

        private final int status;
        private final String type;
        private final boolean acting;

        RelayFault(int status, String type, boolean acting) {
            this.status = status;
            this.type = type;
            this.acting = acting;
        }
    }

    private static final Duration SLOW = Duration.ofSeconds(40);

    private record Planned(RelayFault fault, int[] left) {}

    private record Ambush(AtomicInteger left, Runnable action) {}

    private final URI target;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Planned> faults = new ConcurrentHashMap<>();
    private final Map<String, Ambush> ambushes = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    private FaultyRelay(URI target) throws IOException {
        this.target = target;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    static FaultyRelay to(URI target) throws IOException {
        return new FaultyRelay(target);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Injects a fault into the next calls of an operation.
    void inject(String operation, RelayFault fault, int times) {
        faults.put(operation, new Planned(fault, new int[] {times}));
    }

    /// Injects a fault into every call of an operation until further notice.
    void injectAlways(String operation, RelayFault fault) {
        inject(operation, fault, Integer.MAX_VALUE);
    }

    /// Runs an action in place of one of the next calls of an operation.
    ///
    /// @param call which one, from 1
    void instead(String operation, int call, Runnable action) {
        ambushes.put(operation, new Ambush(new AtomicInteger(call), action));
    }

    void heal() {
        faults.clear();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        client.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String operation =
                exchange.getRequestHeaders().getFirst("X-Amz-Target").replaceFirst(".*\\.", "");
        Ambush ambush = ambushes.get(operation);
        if (ambush != null && ambush.left().decrementAndGet() == 0) {
            ambush.action().run();
            exchange.close();
            return;
        }
        Planned planned = faults.get(operation);
        if (planned == null || planned.left()[0]-- <= 0) {
            pass(exchange, forward(exchange, body));
            return;
        }
        RelayFault fault = planned.fault();
        if (fault.acting) forward(exchange, body);
        switch (fault.status) {
            case 0 -> exchange.close();
            case -1 -> {
                await();
                exchange.close();
            }
            case 200 -> answer(exchange, 200, fault.type);
            default ->
                    answer(
                            exchange,
                            fault.status,
                            "{\"__type\":\"%s\",\"message\":\"told to\"}".formatted(fault.type));
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException {
        var request = HttpRequest.newBuilder(target).POST(BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders()
                .forEach((name, values) -> {
                    if (!name.matches("(?i)host|content-length|connection|expect"))
                        request.header(name, values.getFirst());
                });
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void pass(HttpExchange exchange, HttpResponse<byte[]> response)
            throws IOException {
        response.headers()
                .map()
                .forEach((name, values) -> {
                    if (!name.matches("(?i)content-length|connection|:status|transfer-encoding")) {
                        exchange.getResponseHeaders().set(name, values.getFirst());
                    }
                });
        exchange.sendResponseHeaders(response.statusCode(), response.body().length);
        exchange.getResponseBody().write(response.body());
        exchange.close();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void await() {
        try {
            closing.await(SLOW.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
