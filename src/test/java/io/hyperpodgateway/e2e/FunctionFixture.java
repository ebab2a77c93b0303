package io.hyperpodgateway.e2e;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.aws.AwsClients;
import io.hyperpodgateway.aws.dynamodb.DynamoDbAuditLog;
import io.hyperpodgateway.http.Description;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.local.DynamoDbLocalServer;
import io.hyperpodgateway.local.Tables;
import io.hyperpodgateway.local.sagemaker.SageMakerStandIn;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The packaged function between a Runtime API, DynamoDB Local and a stand-in for SageMaker, all on
/// loopback.
final class FunctionFixture implements AutoCloseable {

    private static final Tables TABLES = new Tables("gateway-audit", "gateway-open");
    private static final Duration READ = Duration.ofSeconds(10);

    private final Confidential confidential = new Confidential();
    private final SageMakerStandIn sageMaker;
    private final DynamoDbLocalServer dynamoDb;
    private final FaultyRelay relay;
    private final PackagedFunction function;
    private final DynamoDbClient client;

    private FunctionFixture(Map<String, String> settings) throws IOException {
        sageMaker = SageMakerStandIn.start();
        dynamoDb = DynamoDbLocalServer.start();
        relay = FaultyRelay.to(dynamoDb.endpoint());
        var credentials =
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
        client =
                new AwsClients("us-east-1", credentials, (_, _) -> {})
                        .dynamoDb(Optional.of(dynamoDb.endpoint()));
        TABLES.create(client);
        var all = new HashMap<String, String>();
        // not the default, which events contain: the log is searched for their content
        all.put("GATEWAY_NAME", "packaged");
        all.put("AWS_REGION", "us-east-1");
        all.put("AUDIT_TABLE", TABLES.audit());
        all.put("OPEN_TABLE", TABLES.open());
        all.put("AWS_ENDPOINT_URL_SAGEMAKER", sageMaker.endpoint().toString());
        all.put("AWS_ENDPOINT_URL_DYNAMODB", relay.endpoint().toString());
        all.putAll(settings);
        function = PackagedFunction.start(all);
        // the calls of the function's start belong to no test
        sageMaker.reset();
    }

    static FunctionFixture start() {
        return start(Map.of());
    }

    /// @param settings override the usual ones
    static FunctionFixture start(Map<String, String> settings) {
        try {
            return new FunctionFixture(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SageMakerStandIn sageMaker() {
        return sageMaker;
    }

    FaultyRelay dynamoDb() {
        return relay;
    }

    PackagedFunction function() {
        return function;
    }

    Response send(JsonObject event) {
        confidential.note(event);
        return answered(event, function.invoke(event.toText()));
    }

    /// Sends an event with another timeout.
    Response send(JsonObject event, Duration timeout) {
        confidential.note(event);
        return switch (function.call(event.toText(), timeout)) {
            case Invocation.Completion.Returned(var json) -> answered(event, json);
            case Invocation.Completion.Threw(var type, var json) ->
                    throw new AssertionError(type + ": " + json);
        };
    }

    /// The answer, which must match the description.
    private static Response answered(JsonObject event, String json) {
        Response response = Response.of(json);
        var headers = new HashMap<String, String>();
        response.headers()
                .members()
                .forEach((name, value) -> headers.put(name, value.text().orElseThrow()));
        String path = event.text("rawPath").orElse("");
        List<String> mistakes =
                Description.mistakes(
                        method(event),
                        path,
                        response.status(),
                        headers,
                        object(json).text("body").orElseThrow());
        if (!mistakes.isEmpty()) throw new AssertionError(path + ": " + mistakes);
        return response;
    }

    private static String method(JsonObject event) {
        return event.object("requestContext")
                .flatMap(context -> context.object("http"))
                .flatMap(http -> http.text("method"))
                .orElse("");
    }

    List<AuditEvent> record(String requestId) {
        return new DynamoDbAuditLog(client, TABLES.audit(), TABLES.open())
                .eventsOf(requestId, READ);
    }

    int openIntents() {
        return client.scan(scan -> scan.tableName(TABLES.open())).count();
    }

    int recordedItems() {
        return client.scan(scan -> scan.tableName(TABLES.audit())).count();
    }

    static JsonObject object(String text) {
        return (JsonObject) JsonReader.read(text).orElseThrow();
    }

    /// Stops everything, and checks that the log contains nothing confidential.
    ///
    /// @throws AssertionError if it does
    @Override
    public void close() throws IOException {
        List<String> leaks = confidential.leaksIn(function.log());
        function.close();
        relay.close();
        client.close();
        dynamoDb.close();
        sageMaker.close();
        if (!leaks.isEmpty()) throw new AssertionError(String.join("\n", leaks));
    }
}
