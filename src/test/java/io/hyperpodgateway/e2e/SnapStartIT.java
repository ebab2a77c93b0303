package io.hyperpodgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperpodgateway.aws.AwsClients;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.lambda.snapstart.FailingHooks;
import io.hyperpodgateway.local.DynamoDbLocalServer;
import io.hyperpodgateway.local.LoopbackHttp;
import io.hyperpodgateway.local.Tables;
import io.hyperpodgateway.local.sagemaker.RecordedRequest;
import io.hyperpodgateway.local.sagemaker.SageMakerStandIn;
import io.hyperpodgateway.local.sagemaker.SeverableRelay;
import io.hyperpodgateway.local.sagemaker.StandInOperation;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The packaged function under Lambda's runtime client, prepared for a snapshot and restored. No
/// process is copied here: the test checks what copies would share before and after.
class SnapStartIT {

    private static final Tables TABLES = new Tables("snapshot-audit", "snapshot-open");

    /// Less than the five seconds after which the JDK closes an unused connection.
    private static final Duration WHILE = Duration.ofSeconds(3);

    private static final String OLD = "ASIAOFTHESNAPSHOT";
    private static final String NEW = "ASIAOFTHECOPY";

    private static SageMakerStandIn sageMaker;
    private static DynamoDbLocalServer dynamoDb;
    private static SeverableRelay toSageMaker;
    private static SeverableRelay toDynamoDb;
    private static DynamoDbClient client;

    private ServedCredentials credentials;

    @BeforeAll
    static void start() throws IOException {
        sageMaker = SageMakerStandIn.start();
        dynamoDb = DynamoDbLocalServer.start();
        toSageMaker = relay(sageMaker.endpoint());
        toDynamoDb = relay(dynamoDb.endpoint());
        client =
                new AwsClients(
                                "us-east-1",
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("local", "local")),
                                (_, _) -> {})
                        .dynamoDb(Optional.of(dynamoDb.endpoint()));
        TABLES.create(client);
    }

    @AfterAll
    static void stop() throws IOException {
        client.close();
        toDynamoDb.close();
        toSageMaker.close();
        dynamoDb.close();
        sageMaker.close();
    }

    @BeforeEach
    void serve() throws IOException {
        sageMaker.reset();
        credentials = ServedCredentials.start(OLD);
    }

    @AfterEach
    void serveNoMore() {
        credentials.close();
    }

    @Test
    void isPreparedWithoutATraceAndWithoutAConnection() throws Exception {
        int before = recordedItems();
        try (PackagedFunction function = prepare()) {
            assertThat(keys()).containsExactly(OLD);
            assertThat(sageMaker.requests(StandInOperation.CREATE_CLUSTER)).isEmpty();
            assertThat(recordedItems()).isEqualTo(before);
            assertThat(function.log()).noneMatch(line -> line.contains("\"answered\""));
            assertThat(toSageMaker.isLeftWithin(WHILE)).isTrue();
            assertThat(toDynamoDb.isLeftWithin(WHILE)).isTrue();
        }
    }

    @Test
    void wakesUpWithNewConnectionsAndCredentials() throws Exception {
        try (PackagedFunction function = prepare()) {
            assertThat(keys()).containsExactly(OLD);
            sageMaker.reset();
            credentials.change(NEW);

            function.restore();

            assertThat(keys()).containsExactly(NEW);
            assertThat(toSageMaker.connections()).isEqualTo(1);
            assertThat(toDynamoDb.connections()).isEqualTo(1);
            Response created = send(function, Events.create("awake"));
            assertThat(created.status()).isEqualTo(201);
            assertThat(keys()).containsExactly(NEW);
            assertThat(toSageMaker.connections()).isEqualTo(1);
        }
    }

    @Test
    void reportsTheTimeOfTheCopyAndItsFirstRequestAsACold() throws Exception {
        try (PackagedFunction function = prepare()) {
            Instant restored = Instant.now();
            function.restore();

            Response created = send(function, Events.create("on-time"));
            send(function, Events.create("on-time-again"));

            List<JsonObject> lines =
                    function.log().stream()
                            .filter(line -> line.contains("\"answered\""))
                            .map(FunctionFixture::object)
                            .toList();
            assertThat(lines.getFirst().text("requestId")).contains(created.requestId());
            assertThat(Instant.parse(lines.getFirst().text("timestamp").orElseThrow()))
                    .isBetween(restored.minusMillis(1), Instant.now());
            assertThat(lines)
                    .extracting(line -> line.get("coldStart").orElseThrow().toText())
                    .containsExactly("true", "false");
        }
    }

    @Test
    void givesTwoCopiesIdsOfTheirOwn() throws Exception {
        try (PackagedFunction one = prepare();
                PackagedFunction other = prepare()) {
            one.restore();
            other.restore();

            assertThat(send(one, Events.get("/policy")).requestId())
                    .isNotEqualTo(send(other, Events.get("/policy")).requestId());
        }
    }

    @Test
    void servesOnWhereAnEndDoesNotAnswerAsItWakesUp() throws Exception {
        try (PackagedFunction function = prepare()) {
            credentials.change(NEW);
            credentials.serve(false);

            function.restore();

            assertThat(function.log()).anyMatch(line -> line.contains("did not answer before"));
            assertThat(send(function, Events.create("too-soon")).status()).isEqualTo(503);
            credentials.serve(true);
            assertThat(send(function, Events.create("in-time")).status()).isEqualTo(201);
        }
    }

    @Test
    void reportsMistakesInTheSettingsAsEver() throws Exception {
        try (PackagedFunction function = prepare(Map.of("AUDIT_TABLE", ""))) {
            function.restore();

            assertThat(send(function, Events.get("/health")).status()).isEqualTo(503);
            assertThat(function.log()).anyMatch(line -> line.contains("AUDIT_TABLE is not set"));
        }
    }

    @Test
    void reportsAHookThatFailsBeforeTheSnapshot() {
        assertThatThrownBy(() -> failing("before"))
                .hasMessageContaining("Runtime.BeforeCheckpointError")
                .hasMessageContaining("CheckpointException");
    }

    @Test
    void reportsAHookThatFailsAsACopyWakesUp() throws IOException {
        try (PackagedFunction function = failing("after")) {
            assertThatThrownBy(function::restore)
                    .hasMessageContaining("Runtime.AfterRestoreError")
                    .hasMessageContaining("RestoreException");
        }
    }

    private static PackagedFunction failing(String when) throws IOException {
        String path = FailingHooks.class.getName().replace('.', '/') + ".class";
        var file =
                new TaskRoot.ClassFile(
                        Path.of(path), Path.of("target/test-classes", path).toAbsolutePath());
        return PackagedFunction.prepare(
                TaskRoot.behind(List.of(file)),
                FailingHooks.class.getName(),
                Map.of("FAILS", when));
    }

    private PackagedFunction prepare() throws IOException {
        return prepare(Map.of());
    }

    private PackagedFunction prepare(Map<String, String> settings) throws IOException {
        var all = new HashMap<>(credentials.variables());
        all.put("AUDIT_TABLE", TABLES.audit());
        all.put("OPEN_TABLE", TABLES.open());
        all.put("AWS_ENDPOINT_URL_SAGEMAKER", "http://127.0.0.1:" + toSageMaker.port());
        all.put("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:" + toDynamoDb.port());
        all.putAll(settings);
        return PackagedFunction.prepare(TaskRoot.create(), LambdaVariables.HANDLER, all);
    }

    private static Response send(PackagedFunction function, JsonObject event) {
        return Response.of(function.invoke(event.toText()));
    }

    /// The access keys in the calls of SageMaker.
    private static List<String> keys() {
        return java.util.Arrays.stream(StandInOperation.values())
                .flatMap(standInOperation -> sageMaker.requests(standInOperation).stream())
                .map(SnapStartIT::key)
                .distinct()
                .collect(Collectors.toList());
    }

    private static String key(RecordedRequest request) {
        return request.header("authorization")
                .orElseThrow()
                .replaceFirst(".*Credential=([^/]+)/.*", "$1");
    }

    private static int recordedItems() {
        return client.scan(scan -> scan.tableName(TABLES.audit())).count();
    }

    private static SeverableRelay relay(URI server) throws IOException {
        return SeverableRelay.open(LoopbackHttp.address(0), LoopbackHttp.address(server.getPort()));
    }
}
