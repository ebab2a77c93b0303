package io.hyperpodgateway.local;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.aws.AwsClients;
import io.hyperpodgateway.aws.dynamodb.DynamoDbAuditLog;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.local.sagemaker.SageMakerStandIn;
import io.hyperpodgateway.policy.check.Place;
import io.hyperpodgateway.text.Reading;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The gateway of `mvn -Plocal`, a client of it, and access to its record.
final class RunningGateway implements AutoCloseable {

    static final String ROLE = "arn:aws:sts::000000000000:assumed-role/ml-research/jo";
    static final String OTHER_ROLE = "arn:aws:sts::000000000000:assumed-role/ml-other/jo";

    private static final Place PLACE = new Place("000000000000", "us-east-1");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder().executor(threads).build();
    private final SageMakerStandIn sageMaker;
    private final DynamoDbLocalServer dynamoDb;
    private final DynamoDbClient client;
    private final LocalGateway gateway;
    private final URI endpoint;
    private final LocalSettings settings;

    RunningGateway() {
        this(Map.of());
    }

    /// @param more settings besides endpoints
    RunningGateway(Map<String, String> more) {
        try {
            sageMaker = SageMakerStandIn.start();
            dynamoDb = DynamoDbLocalServer.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var variables = new HashMap<>(more);
        variables.put("PORT", "0");
        variables.put("AWS_ENDPOINT_URL_SAGEMAKER", sageMaker.endpoint().toString());
        variables.put("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.endpoint().toString());
        settings = LocalSettings.read(variables).orElseThrow();
        var ready = new ReadyLine();
        gateway = LocalGateway.start(variables, new PrintStream(ready, true));
        endpoint = ready.endpoint();
        var credentials =
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
        client =
                new AwsClients(PLACE.region(), credentials, (_, _) -> {})
                        .dynamoDb(Optional.of(dynamoDb.endpoint()));
    }

    SageMakerStandIn sageMaker() {
        return sageMaker;
    }

    /// A valid request for a cluster of that name.
    static String body(String clusterName) {
        return Examples.first(PLACE).replace("my-first-cluster", clusterName);
    }

    LocalAnswer post(String principal, String key, String body) {
        return send(
                HttpRequest.newBuilder(endpoint.resolve("/clusters"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .header("X-Local-Principal", principal)
                        .POST(BodyPublishers.ofString(body)));
    }

    LocalAnswer get(String principal, String path) {
        return send(
                HttpRequest.newBuilder(endpoint.resolve(path))
                        .header("X-Local-Principal", principal));
    }

    private LocalAnswer send(HttpRequest.Builder request) {
        try {
            return LocalAnswer.of(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Posts with retries: again with the same key, as long as the answer says that this helps.
    LocalAnswer postUntilAnswered(String principal, String key, String body) {
        long start = System.nanoTime();
        LocalAnswer received = post(principal, key, body);
        while (received.header("Retry-After").isPresent()) {
            if (System.nanoTime() - start > PATIENCE.toNanos())
                throw new AssertionError("never answered: " + received);
            received = post(principal, key, body);
        }
        return received;
    }

    List<AuditEvent> record(String requestId) {
        return new DynamoDbAuditLog(client, settings.tables().audit(), settings.tables().open())
                .eventsOf(requestId, Duration.ofSeconds(10));
    }

    int openIntents() {
        return client.scan(scan -> scan.tableName(settings.tables().open())).count();
    }

    @Override
    public void close() throws IOException {
        http.close();
        threads.close();
        gateway.close();
        client.close();
        dynamoDb.close();
        sageMaker.close();
    }

    record LocalAnswer(int status, Map<String, List<String>> headers, JsonObject body) {

        static LocalAnswer of(HttpResponse<String> response) {
            return new LocalAnswer(
                    response.statusCode(), response.headers().map(), object(response.body()));
        }

        Optional<String> header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst();
        }

        String requestId() {
            return header("X-Request-Id").orElseThrow();
        }

        boolean isReplayed() {
            return header("Idempotency-Replayed").equals(Optional.of("true"));
        }

        /// The problem's name; `created` if there is none.
        String outcome() {
            return body.text("type")
                    .map(type -> type.substring(type.lastIndexOf(':') + 1))
                    .orElse("created");
        }

        String arn() {
            return body.text("ClusterArn").orElseThrow();
        }

        private static JsonObject object(String text) {
            return JsonReader.read(text) instanceof Reading.Read(JsonObject object)
                    ? object
                    : JsonObject.of("unreadable", Json.of(text));
        }
    }

    /// Need not wait: the line exists once the gateway has started.
    private static final class ReadyLine extends OutputStream {

        private final StringBuilder out = new StringBuilder();

        @Override
        public synchronized void write(int character) {
            out.append((char) character);
        }

        synchronized URI endpoint() {
            return out.toString()
                    .lines()
                    .filter(line -> line.startsWith("ready "))
                    .map(line -> URI.create(line.substring("ready ".length())))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
