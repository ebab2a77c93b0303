package io.hyperpodgateway.e2e;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.hyperpodgateway.e2e.Invocation.Completion;
import io.hyperpodgateway.local.LoopbackHttp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lambda's Runtime API (version 2018-06-01) on 127.0.0.1, for one runtime.
public final class RuntimeApi implements AutoCloseable {

    /// The invoked ARN: the function's alias, as with API Gateway.
    static final String FUNCTION_ARN =
            "arn:aws:lambda:us-east-1:000000000000:function:hyperpod-gateway:live";

    private static final String ROOT = "/2018-06-01/runtime";
    private static final Pattern OUTCOME =
            Pattern.compile(ROOT + "/invocation/([^/]+)/(response|error)");

    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final Map<String, Invocation> running = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<Void> checkpoint = new CompletableFuture<>();
    private final CountDownLatch restored = new CountDownLatch(1);
    private final HttpServer server;

    private RuntimeApi() throws IOException {
        server = LoopbackHttp.start(0, this::handle);
    }

    /// Starts it on any port.
    public static RuntimeApi start() throws IOException {
        return new RuntimeApi();
    }

    /// Host and port, as in `AWS_LAMBDA_RUNTIME_API`.
    public String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /// Completes when the runtime requests its first event, or fails with its error.
    public CompletableFuture<Void> ready() {
        return ready;
    }

    /// Completes when the runtime is ready for a snapshot, or fails with its error.
    CompletableFuture<Void> checkpoint() {
        return checkpoint;
    }

    /// Restores the runtime as a copy of the snapshot.
    void restore() {
        restored.countDown();
    }

    /// Passes the event to the runtime when it requests the next one.
    public void submit(Invocation invocation) {
        waiting.add(invocation);
    }

    @Override
    public void close() {
        restored.countDown();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Matcher outcome = OUTCOME.matcher(path);
            if (path.equals(ROOT + "/invocation/next")) {
                next(exchange);
                return;
            }
            if (outcome.matches()) {
                settle(exchange, outcome.group(1), outcome.group(2).equals("response"));
                return;
            }
            if (path.equals(ROOT + "/restore/next")) {
                sleep(exchange);
                return;
            }
            if (path.equals(ROOT + "/init/error") || path.equals(ROOT + "/restore/error")) {
                fail(exchange);
                return;
            }
            exchange.sendResponseHeaders(404, -1);
        }
    }

    private void sleep(HttpExchange exchange) throws IOException {
        checkpoint.complete(null);
        try {
            restored.await();
            exchange.sendResponseHeaders(200, -1);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(HttpExchange exchange) throws IOException {
        String error =
                "no start: %s: %s"
                        .formatted(
                                exchange.getRequestHeaders()
                                        .getFirst("Lambda-Runtime-Function-Error-Type"),
                                body(exchange));
        checkpoint.completeExceptionally(new IllegalStateException(error));
        ready.completeExceptionally(new IllegalStateException(error));
        exchange.sendResponseHeaders(202, -1);
    }

    private void next(HttpExchange exchange) throws IOException {
        ready.complete(null);
        try {
            Invocation invocation = waiting.take();
            running.put(invocation.requestId(), invocation);
            byte[] event = invocation.event().getBytes(StandardCharsets.UTF_8);
            describe(invocation, exchange.getResponseHeaders());
            exchange.sendResponseHeaders(200, event.length);
            exchange.getResponseBody().write(event);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void describe(Invocation invocation, Headers headers) {
        headers.set("Content-Type", "application/json");
        headers.set("Lambda-Runtime-Aws-Request-Id", invocation.requestId());
        headers.set(
                "Lambda-Runtime-Deadline-Ms", Long.toString(invocation.deadline().toEpochMilli()));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", FUNCTION_ARN);
        headers.set(
                "Lambda-Runtime-Trace-Id",
                "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=0");
    }

    private void settle(HttpExchange exchange, String requestId, boolean returned)
            throws IOException {
        String json = body(exchange);
        Invocation invocation = running.remove(requestId);
        if (invocation == null) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        String type =
                Objects.requireNonNullElse(
                        exchange.getRequestHeaders().getFirst("Lambda-Runtime-Function-Error-Type"),
                        "");
        // completed before the runtime gets its 202, so that the answer is visible to whoever sees
        // it
        invocation
                .answer()
                .complete(
                        returned
                                ? new Completion.Returned(json)
                                : new Completion.Threw(type, json));
        exchange.sendResponseHeaders(202, -1);
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }
}
