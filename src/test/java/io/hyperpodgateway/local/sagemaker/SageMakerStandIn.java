package io.hyperpodgateway.local.sagemaker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.local.LoopbackHttp;
import io.hyperpodgateway.local.sagemaker.StandInFault.Reaction.Reset;
import io.hyperpodgateway.local.sagemaker.StandInFault.Reaction.Says;
import io.hyperpodgateway.local.sagemaker.StandInFault.Reaction.Truth;
import io.hyperpodgateway.text.Reading;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// A stand-in for SageMaker on 127.0.0.1: stores clusters in memory, speaks AWS JSON 1.1, records
/// its calls, and injects faults.
public final class SageMakerStandIn implements AutoCloseable {

    private final Clusters clusters;
    private final ClusterOperations operations;
    private final FaultPlan faults = new FaultPlan();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final HttpServer server;
    private final SeverableRelay relay;

    private SageMakerStandIn(StandInSettings settings) throws IOException {
        clusters = new Clusters(settings);
        operations = new ClusterOperations(clusters, settings);
        server = LoopbackHttp.start(0, this::handle);
        relay = openRelay(settings.port());
    }

    /// Starts a stand-in on any port, with the defaults.
    public static SageMakerStandIn start() throws IOException {
        return start(StandInSettings.DEFAULT);
    }

    /// Starts a stand-in.
    ///
    /// @throws java.net.BindException if the port is in use
    public static SageMakerStandIn start(StandInSettings settings) throws IOException {
        return new SageMakerStandIn(settings);
    }

    private SeverableRelay openRelay(int port) throws IOException {
        try {
            return SeverableRelay.open(port, server.getAddress());
        } catch (IOException e) {
            server.stop(0);
            throw e;
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + relay.port());
    }

    public Clusters clusters() {
        return clusters;
    }

    /// Injects a fault into the next call of the operation that has none yet.
    public void inject(StandInOperation standInOperation, StandInFault standInFault) {
        inject(standInOperation, standInFault, 1);
    }

    /// Injects a fault into that many of the next calls of the operation.
    public void inject(StandInOperation standInOperation, StandInFault standInFault, int times) {
        faults.add(standInOperation, standInFault, times);
    }

    /// Injects a fault into every call of the operation for which no other is planned.
    public void injectAlways(StandInOperation standInOperation, StandInFault standInFault) {
        faults.addLasting(standInOperation, standInFault);
    }

    /// All calls so far, in order, including failed ones.
    public List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    public List<RecordedRequest> requests(StandInOperation standInOperation) {
        return requests.stream()
                .filter(request -> request.standInOperation() == standInOperation)
                .toList();
    }

    /// Removes all clusters, faults and recorded calls.
    public void reset() {
        clusters.clear();
        faults.clear();
        requests.clear();
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        relay.close();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String requestId = UUID.randomUUID().toString();
        exchange.getResponseHeaders().set("x-amzn-RequestId", requestId);
        byte[] body = exchange.getRequestBody().readAllBytes();
        Optional<StandInOperation> operation = operation(exchange);
        if (operation.isEmpty()) {
            answer(
                    exchange,
                    StandInAnswer.refusal(400, "UnknownOperationException", "no such operation"));
            return;
        }
        var request =
                new RecordedRequest(
                        operation.get(),
                        headers(exchange),
                        new String(body, StandardCharsets.UTF_8),
                        requestId);
        requests.add(request);
        Optional<StandInFault> fault = faults.take(operation.get());
        if (fault.isEmpty()) {
            answer(exchange, truth(request));
            return;
        }
        fail(exchange, request, fault.get());
    }

    private static Optional<StandInOperation> operation(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target"))
                .flatMap(StandInOperation::ofTarget);
    }

    private static Map<String, List<String>> headers(HttpExchange exchange) {
        return exchange.getRequestHeaders().entrySet().stream()
                .collect(
                        Collectors.toMap(
                                header -> header.getKey().toLowerCase(Locale.ROOT),
                                header -> List.copyOf(header.getValue())));
    }

    private void fail(HttpExchange exchange, RecordedRequest request, StandInFault standInFault)
            throws IOException {
        Optional<StandInAnswer> early =
                standInFault.acting() ? Optional.of(truth(request)) : Optional.empty();
        await(standInFault.delay());
        switch (standInFault.reaction()) {
            case Truth _ -> answer(exchange, early.orElseGet(() -> truth(request)));
            case Says(int status, String body) -> answer(exchange, new StandInAnswer(status, body));
            case Reset _ -> {
                relay.reset(exchange.getRemoteAddress().getPort());
                exchange.close();
            }
        }
    }

    /// Waits, but no longer than the stand-in runs.
    private void await(Duration delay) {
        try {
            closing.await(delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private StandInAnswer truth(RecordedRequest request) {
        if (!(JsonReader.read(request.body()) instanceof Reading.Read(JsonObject input))) {
            return StandInAnswer.refusal(400, "SerializationException", "not a JSON object");
        }
        try {
            return StandInAnswer.ok(operations.call(request.standInOperation(), input));
        } catch (ServiceException e) {
            return e.answer();
        }
    }

    private static void answer(HttpExchange exchange, StandInAnswer standInAnswer)
            throws IOException {
        byte[] body = standInAnswer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(standInAnswer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
