package io.hyperpodgateway.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hyperpodgateway.admission.outcome.Outcome;
import io.hyperpodgateway.admission.port.ClusterLookup;
import io.hyperpodgateway.admission.port.OpenIntentEntry;
import io.hyperpodgateway.admission.port.OpenIntentStore;
import io.hyperpodgateway.admission.settlement.ClusterOwnership;
import io.hyperpodgateway.admission.settlement.IntentSettler;
import io.hyperpodgateway.admission.settlement.ManualClock;
import io.hyperpodgateway.admission.settlement.OpenIntentStoreContract;
import io.hyperpodgateway.admission.settlement.SettlementResult;
import io.hyperpodgateway.admission.settlement.SettlementResult.Settled;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.GatewayIdentity;
import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.audit.RequestSource;
import io.hyperpodgateway.aws.TestClients;
import io.hyperpodgateway.http.Answers;
import io.hyperpodgateway.identity.Unidentified;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.local.DynamoDbLocalServer;
import io.hyperpodgateway.local.Tables;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

class DynamoDbOpenIntentStoreTest extends OpenIntentStoreContract {

    private static final Tables TABLES = new Tables("audit", "open");
    private static final ToIntFunction<Outcome> STATUS = Answers::status;

    private static DynamoDbLocalServer server;
    private static DynamoDbClient client;

    private final DynamoDbAuditLog log = new DynamoDbAuditLog(client, "audit", "open");
    private final DynamoDbOpenIntentStore store = new DynamoDbOpenIntentStore(client, "open");

    @BeforeAll
    static void start() throws IOException {
        server = DynamoDbLocalServer.start();
        client = TestClients.dynamoDb(server.endpoint());
        TABLES.create(client);
    }

    @AfterAll
    static void stop() {
        client.close();
        server.stop();
    }

    @Override
    protected AuditLog log() {
        return log;
    }

    @Override
    protected OpenIntentStore store() {
        return store;
    }

    @Test
    void listsEveryPage() {
        String filler = "x".repeat(300_000);
        for (int i = 0; i < 8; i++) {
            put(Map.of("requestId", "r-large-" + requestId + i, "filler", filler));
        }
        log.intend(intent, BUDGET);

        OpenIntentStore.Backlog all = store.all(BUDGET);

        assertThat(all.items()).extracting(OpenIntentEntry::requestId).contains(requestId);
        assertThat(all.unreadable())
                .containsAll(
                        IntStream.range(0, 8).mapToObj(i -> "r-large-" + requestId + i).toList());
    }

    @Test
    void namesWhatItCannotRead() {
        put(Map.of("requestId", requestId));

        assertThat(store.all(BUDGET).unreadable()).contains(requestId);
        assertThatExceptionOfType(AuditUnavailableException.class)
                .isThrownBy(() -> store.find(requestId, BUDGET));
    }

    @Test
    void namesTheTableThatIsMissing() {
        var misnamed = new DynamoDbOpenIntentStore(client, "nowhere");
        log.intend(intent, BUDGET);
        OpenIntentEntry entry = store.find(requestId, BUDGET).orElseThrow();

        for (Runnable call :
                List.<Runnable>of(
                        () -> misnamed.all(BUDGET),
                        () -> misnamed.find(requestId, BUDGET),
                        () -> misnamed.keepFirstAbsence(entry, LATER, BUDGET))) {
            assertThatExceptionOfType(AuditUnavailableException.class)
                    .isThrownBy(call::run)
                    .withMessageContaining("nowhere");
        }
    }

    @Test
    void endsInOneEventHoweverManySettleAnIntentAtOnce() {
        log.intend(intent, BUDGET);
        var cluster =
                new ClusterLookup.Cluster(
                        "arn:aws:sagemaker:eu-west-1:111122223333:cluster/abc",
                        "InService",
                        Optional.empty(),
                        Map.of(ClusterOwnership.TAG, requestId),
                        JsonObject.EMPTY);

        List<SettlementResult> resolutions =
                together(8, "2026-11-23T10:02:00Z", (_, _) -> Optional.of(cluster));

        List<AuditEvent> events = log.eventsOf(requestId, BUDGET);
        assertThat(events).hasSize(2);
        assertThat(resolutions).containsOnly(new Settled(events.getLast()));
        assertThat(store.find(requestId, BUDGET)).isEmpty();
    }

    @Test
    void countsTwoAbsencesHoweverManyLookAtOnce() {
        log.intend(intent, BUDGET);

        List<SettlementResult> first =
                together(4, "2026-11-23T10:15:00Z", (_, _) -> Optional.empty());
        assertThat(first).noneMatch(Settled.class::isInstance);
        assertThat(store.find(requestId, BUDGET).orElseThrow().firstAbsentAt())
                .contains(Instant.parse("2026-11-23T10:15:00Z"));

        List<SettlementResult> second =
                together(4, "2026-11-23T10:16:00Z", (_, _) -> Optional.empty());
        AuditEvent outcome = log.eventsOf(requestId, BUDGET).getLast();
        assertThat(outcome.text("outcome")).contains("not-created");
        assertThat(second).containsOnly(new Settled(outcome));
        assertThat(store.find(requestId, BUDGET)).isEmpty();
    }

    /// The results of several gateways that settle the intent at the same time.
    private List<SettlementResult> together(int gateways, String at, ClusterLookup lookup) {
        var resolvers =
                IntStream.range(0, gateways)
                        .<Callable<SettlementResult>>mapToObj(i -> resolution(i, at, lookup))
                        .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var resolutions = new ArrayList<SettlementResult>();
            for (Future<SettlementResult> done : threads.invokeAll(resolvers)) {
                resolutions.add(done.get());
            }
            return resolutions;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Each writes a different event, because their versions differ.
    private Callable<SettlementResult> resolution(int gateway, String at, ClusterLookup lookup) {
        var clock = new ManualClock(Instant.parse(at));
        var settler =
                new IntentSettler(
                        log,
                        store,
                        lookup,
                        new GatewayIdentity("hyperpod-gateway", "eu-west-1", "0.0." + gateway),
                        STATUS,
                        clock);
        var source =
                new RequestSource(
                        Optional.of("111122223333"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        var context =
                new RequestContext(requestId, new Unidentified("nobody"), source, clock.instant());
        return () -> settler.resolve(intent, context, () -> BUDGET);
    }

    private static void put(Map<String, String> attributes) {
        var item = new HashMap<String, AttributeValue>();
        attributes.forEach((name, value) -> item.put(name, AttributeValue.fromS(value)));
        client.putItem(r -> r.tableName("open").item(item));
    }
}
