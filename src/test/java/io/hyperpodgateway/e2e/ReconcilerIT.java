package io.hyperpodgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.admission.port.OpenIntentEntry;
import io.hyperpodgateway.admission.settlement.ClusterOwnership;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.SampleEvents;
import io.hyperpodgateway.aws.AwsClients;
import io.hyperpodgateway.aws.dynamodb.DynamoDbAuditLog;
import io.hyperpodgateway.aws.dynamodb.DynamoDbOpenIntentStore;
import io.hyperpodgateway.e2e.Invocation.Completion;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.local.DynamoDbLocalServer;
import io.hyperpodgateway.local.Tables;
import io.hyperpodgateway.local.sagemaker.SageMakerStandIn;
import io.hyperpodgateway.local.sagemaker.StandInFault;
import io.hyperpodgateway.local.sagemaker.StandInOperation;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The packaged reconciler under Lambda's runtime client, between DynamoDB Local and a stand-in for
/// SageMaker.
class ReconcilerIT {

    private static final Tables TABLES = new Tables("reconciled-audit", "reconciled-open");
    private static final Duration BUDGET = Duration.ofSeconds(10);
    private static final Duration TIMEOUT = Duration.ofSeconds(240);

    private static SageMakerStandIn sageMaker;
    private static DynamoDbLocalServer dynamoDb;
    private static DynamoDbClient client;
    private static PackagedFunction function;

    private final DynamoDbAuditLog log =
            new DynamoDbAuditLog(client, TABLES.audit(), TABLES.open());
    private final DynamoDbOpenIntentStore store =
            new DynamoDbOpenIntentStore(client, TABLES.open());

    @BeforeAll
    static void start() throws IOException {
        sageMaker = SageMakerStandIn.start();
        dynamoDb = DynamoDbLocalServer.start();
        var credentials =
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
        client =
                new AwsClients("us-east-1", credentials, (_, _) -> {})
                        .dynamoDb(Optional.of(dynamoDb.endpoint()));
        TABLES.create(client);
        // the reconciler ignores an unreadable policy
        function = start(Map.of("POLICY_SOURCE", "appconfig:a/b/c"));
    }

    @AfterAll
    static void stop() throws IOException {
        function.close();
        client.close();
        dynamoDb.close();
        sageMaker.close();
    }

    @AfterEach
    void tidyUp() {
        sageMaker.reset();
        for (OpenIntentEntry entry : store.all(BUDGET).items()) {
            AuditEvent intent = log.eventsOf(entry.requestId(), BUDGET).getLast();
            log.conclude(SampleEvents.outcome(intent, "not-created"), BUDGET);
        }
    }

    @Test
    void settlesWhatSageMakerReports() {
        String ours = open("ours", Duration.ofMinutes(5));
        String anothers = open("anothers", Duration.ofMinutes(5));
        String young = open("young", Duration.ofMinutes(1));
        String untagged = open("untagged", Duration.ofMinutes(5));
        sageMaker.clusters().put("ours", Map.of(ClusterOwnership.TAG, ours));
        sageMaker.clusters().put("anothers", Map.of(ClusterOwnership.TAG, young));
        sageMaker.clusters().put("young", Map.of(ClusterOwnership.TAG, young));
        sageMaker.clusters().put("untagged", Map.of());

        JsonObject line = run();

        assertThat(outcome(ours)).contains("created");
        assertThat(outcome(anothers)).contains("cluster-exists");
        assertThat(outcome(young)).isEmpty();
        assertThat(outcome(untagged)).isEmpty();
        assertThat(line.integer("SettledIntents.created")).contains(1L);
        assertThat(line.integer("SettledIntents.cluster-exists")).contains(1L);
        assertThat(line.integer("UntaggedClusters")).contains(1L);
        assertThat(line.integer("OpenIntents")).contains(2L);
        assertThat(line.integer("OldestOpenIntent").orElseThrow()).isBetween(300L, 600L);
        assertThat(function.log())
                .filteredOn(logged -> logged.contains("needs a person"))
                .isNotEmpty()
                .allSatisfy(logged -> assertThat(logged).contains(untagged));
    }

    @Test
    void takesTwoLooksForAnAbsentCluster() {
        String first = open("first", Duration.ofMinutes(16));
        String second = open("second", Duration.ofMinutes(20));
        OpenIntentEntry entry = store.find(second, BUDGET).orElseThrow();
        store.keepFirstAbsence(entry, Instant.now().minusSeconds(120), BUDGET);

        JsonObject line = run();

        assertThat(outcome(first)).isEmpty();
        assertThat(store.find(first, BUDGET).orElseThrow().firstAbsentAt()).isPresent();
        assertThat(outcome(second)).contains("not-created");
        assertThat(store.find(second, BUDGET)).isEmpty();
        assertThat(line.integer("SettledIntents.not-created")).contains(1L);
    }

    @Test
    void settlesNothingByAnErrorOfSageMaker() {
        String open = open("hidden", Duration.ofHours(1));
        sageMaker.injectAlways(StandInOperation.DESCRIBE_CLUSTER, StandInFault.denyingAccess());

        JsonObject line = run();

        assertThat(outcome(open)).isEmpty();
        assertThat(line.object("kept").orElseThrow().integer("unseen")).contains(1L);
    }

    @Test
    void countsZeroWhereNothingIsOpen() {
        assertThat(run().integer("OpenIntents")).contains(0L);
    }

    @Test
    void failsEachRunWhereItsSettingsAreWrong() throws IOException {
        try (PackagedFunction lost = start(Map.of("OPEN_TABLE", ""))) {
            for (int run = 0; run < 2; run++) {
                assertThat(lost.call("{}", TIMEOUT)).isInstanceOf(Completion.Threw.class);
            }
            assertThat(lost.log())
                    .filteredOn(line -> line.contains("misconfigured"))
                    .singleElement()
                    .asString()
                    .contains("OPEN_TABLE");
        }
    }

    @Test
    void failsWhereTheOpenIntentsCannotBeListed() throws IOException {
        try (PackagedFunction lost = start(Map.of("OPEN_TABLE", "nowhere"))) {
            assertThat(lost.call("{}", TIMEOUT)).isInstanceOf(Completion.Threw.class);
            assertThat(lost.log()).noneMatch(line -> line.contains("OldestOpenIntent"));
        }
    }

    private static PackagedFunction start(Map<String, String> settings) throws IOException {
        var all = new HashMap<String, String>();
        all.put("GATEWAY_NAME", "reconciled");
        all.put("AUDIT_TABLE", TABLES.audit());
        all.put("OPEN_TABLE", TABLES.open());
        all.put("AWS_ENDPOINT_URL_SAGEMAKER", sageMaker.endpoint().toString());
        all.put("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.endpoint().toString());
        all.putAll(settings);
        return PackagedFunction.start(
                TaskRoot.create(), "io.hyperpodgateway.start.ReconcilerEntryPoint", all);
    }

    private static JsonObject run() {
        Completion answer = function.call("{\"source\": \"aws.events\"}", TIMEOUT);
        assertThat(answer).isInstanceOf(Completion.Returned.class);
        JsonObject line = FunctionFixture.object(((Completion.Returned) answer).json());
        assertThat(function.log()).contains(line.toText());
        return line;
    }

    /// Leaves an intent of that age open.
    private String open(String clusterName, Duration age) {
        String requestId = "r-" + UUID.randomUUID().toString().replace("-", "");
        AuditEvent intent =
                AuditEvent.seal(
                        SampleEvents.intentAttributes(requestId)
                                .with("at", Json.of(Instant.now().minus(age).toString()))
                                .with("region", Json.of("us-east-1"))
                                .with("accountId", Json.of("000000000000"))
                                .with("clusterName", Json.of(clusterName)));
        log.intend(intent, BUDGET);
        return requestId;
    }

    /// The outcome of an intent; empty while it is open.
    private Optional<String> outcome(String requestId) {
        List<AuditEvent> events = log.eventsOf(requestId, BUDGET);
        return events.getLast().text("outcome");
    }
}
