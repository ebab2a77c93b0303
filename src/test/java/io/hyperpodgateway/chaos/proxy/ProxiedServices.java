package io.hyperpodgateway.chaos.proxy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/// AWS's services, and the ledger of what took effect.
public final class ProxiedServices implements AutoCloseable {

    private final URI dynamoDb;
    private final URI sageMaker;
    private final Ledger ledger;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public ProxiedServices(URI dynamoDb, URI sageMaker, Ledger ledger) {
        this.dynamoDb = dynamoDb;
        this.sageMaker = sageMaker;
        this.ledger = ledger;
    }

    /// Forwards a call. Calls of the current run are serialized, so that the ledger sees the record
    /// after each write.
    ///
    /// @param requestId the request of the current run
    synchronized Reply send(InterceptedCall call, String requestId) throws IOException {
        return switch (call.step()) {
            case CREATE -> {
                int intent = ledger.openIntent(Ledger.requestIdOf(call));
                Reply reply = pass(call);
                if (reply.succeeded()) ledger.make(call, text(reply), intent);
                yield reply;
            }
            case INTENT, OUTCOME -> {
                Reply reply = pass(call);
                ledger.look(requestId);
                yield reply;
            }
            default -> pass(call);
        };
    }

    /// Forwards a call of no interest.
    Reply pass(InterceptedCall call) throws IOException {
        var request =
                HttpRequest.newBuilder(call.isOfSageMaker() ? sageMaker : dynamoDb)
                        .POST(BodyPublishers.ofByteArray(call.body()));
        call.headers()
                .forEach((name, values) -> {
                    if (!name.matches("(?i)host|content-length|connection|expect|upgrade"))
                        request.header(name, values.getFirst());
                });
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            var headers = new TreeMap<String, String>();
            response.headers()
                    .map()
                    .forEach((name, values) -> {
                        if (!name.matches("(?i)content-length|connection|transfer-encoding|date"))
                            headers.put(name, values.getFirst());
                    });
            return Reply.of(response.statusCode(), headers, response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}
