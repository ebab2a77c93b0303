package io.hyperpodgateway.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.local.LocalPrincipal.Nobody;
import io.hyperpodgateway.local.LocalPrincipal.Somebody;
import io.hyperpodgateway.local.LocalPrincipal.Unreadable;
import io.hyperpodgateway.policy.check.Place;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// API Gateway and Lambda in one, on 127.0.0.1: converts a request to an event, calls the handler,
/// and returns its answer. Requests run concurrently, as in many Lambda instances.
public final class LocalApiGateway implements AutoCloseable {

    /// API Gateway's own limit for a body.
    private static final int MAX_BODY = 10 * 1024 * 1024;

    /// The time limit of the function, and that of API Gateway's integration.
    record TimeLimits(Duration function, Duration integration) {
        static final TimeLimits DEPLOYED =
                new TimeLimits(Duration.ofSeconds(28), Duration.ofSeconds(30));
    }

    private final RequestStreamHandler handler;
    private final Place place;
    private final TimeLimits limits;
    private final ExecutorService invocations = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private LocalApiGateway(int port, Place place, RequestStreamHandler handler, TimeLimits limits)
            throws IOException {
        this.handler = handler;
        this.place = place;
        this.limits = limits;
        server = LoopbackHttp.start(port, this::handle);
    }

    /// Starts the server.
    ///
    /// @param port the port, 0 for any
    /// @param place the account and the Region that the function sees
    /// @throws java.net.BindException if the port is in use
    public static LocalApiGateway open(int port, Place place, RequestStreamHandler handler)
            throws IOException {
        return open(port, place, handler, TimeLimits.DEPLOYED);
    }

    static LocalApiGateway open(
            int port, Place place, RequestStreamHandler handler, TimeLimits limits)
            throws IOException {
        return new LocalApiGateway(port, place, handler, limits);
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        invocations.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Instant start = Instant.now();
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        // a client that is still sending would not read the refusal
        exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        answer(exchange, body, start).send(exchange);
    }

    private HttpApiAnswer answer(HttpExchange exchange, byte[] body, Instant start) {
        if (body.length > MAX_BODY) return HttpApiAnswer.message(413, "Request Entity Too Large");
        return switch (LocalPrincipal.of(principal(exchange))) {
            case Somebody(JsonObject authorizer) ->
                    invoke(exchange, body, Optional.of(authorizer), start);
            case Nobody _ -> invoke(exchange, body, Optional.empty(), start);
            case Unreadable _ ->
                    HttpApiAnswer.of(400, "text/plain; charset=utf-8", LocalPrincipal.FORMS);
        };
    }

    private String principal(HttpExchange exchange) {
        return HttpApiEvent.principal(exchange)
                .orElseGet(() -> LocalPrincipal.byDefault(place.accountId()));
    }

    private HttpApiAnswer invoke(
            HttpExchange exchange, byte[] body, Optional<JsonObject> authorizer, Instant start) {
        String apiRequestId = UUID.randomUUID().toString();
        JsonObject event =
                HttpApiEvent.of(exchange, body, authorizer, place.accountId(), apiRequestId, start);
        Future<byte[]> answer = invocations.submit(() -> invoke(event, start));
        try {
            return HttpApiAnswer.read(
                    answer.get(limits.integration().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            return HttpApiAnswer.message(503, "Service Unavailable");
        } catch (ExecutionException e) {
            e.getCause().printStackTrace();
            return HttpApiAnswer.UNUSABLE;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return HttpApiAnswer.message(503, "Service Unavailable");
        }
    }

    private byte[] invoke(JsonObject event, Instant start) throws IOException {
        var answer = new ByteArrayOutputStream();
        var context =
                new LocalContext(
                        UUID.randomUUID().toString(), start.plus(limits.function()), place);
        byte[] bytes = event.toText().getBytes(StandardCharsets.UTF_8);
        handler.handleRequest(new ByteArrayInputStream(bytes), answer, context);
        return answer.toByteArray();
    }
}
