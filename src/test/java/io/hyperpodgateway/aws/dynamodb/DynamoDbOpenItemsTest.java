package io.hyperpodgateway.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hyperpodgateway.admission.outcome.Outcome;
import io.hyperpodgateway.admission.port.ClusterLookup;
import io.hyperpodgateway.admission.port.OpenItem;
import io.hyperpodgateway.admission.port.OpenItems;
import io.hyperpodgateway.admission.settlement.MovingClock;
import io.hyperpodgateway.admission.settlement.OpenItemsContract;
import io.hyperpodgateway.admission.settlement.Resolution;
import io.hyperpodgateway.admission.settlement.Resolution.Settled;
import io.hyperpodgateway.admission.settlement.Resolver;
import io.hyperpodgateway.admission.settlement.Settlement;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.Gateway;
import io.hyperpodgateway.audit.Origin;
import io.hyperpodgateway.audit.Visit;
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

class DynamoDbOpenItemsTest extends OpenItemsContract {

    private static final Tables TABLES = new Tables("audit", "open");
    private static final ToIntFunction<Outcome> STATUS = Answers::status;

    private static DynamoDbLocalServer server;
    private static DynamoDbClient client;

    private final DynamoDbAuditLog log = new DynamoDbAuditLog(client, "audit", "open");
    private final DynamoDbOpenItems items = new DynamoDbOpenItems(client, "open");

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
    protected OpenItems items() {
        return items;
    }

    @Test
    void listsEveryPage() {
        String filler = "x".repeat(300_000);
        for (int i = 0; i < 8; i++) {
            put(Map.of("requestId", "r-large-" + requestId + i, "filler", filler));
        }
        log.intend(intent, BUDGET);

        OpenItems.Backlog all = items.all(BUDGET);

        assertThat(all.items()).extracting(OpenItem::requestId).contains(requestId);
        assertThat(all.unreadable())
                .containsAll(
                        IntStream.range(0, 8).mapToObj(i -> "r-large-" + requestId + i).toList());
    }

    @Test
    void namesWhatItCannotRead() {
        put(Map.of("requestId", requestId));

        assertThat(items.all(BUDGET).unreadable()).contains(requestId);
        assertThatExceptionOfType(AuditUnavailableException.class)
                .isThrownBy(() -> items.find(requestId, BUDGET));
    }

    @Test
    void namesTheTableThatIsMissing() {
        var misnamed = new DynamoDbOpenItems(client, "nowhere");
        log.intend(intent, BUDGET);
        OpenItem item = items.find(requestId, BUDGET).orElseThrow();

        for (Runnable call :
                List.<Runnable>of(
                        () -> misnamed.all(BUDGET),
                        () -> misnamed.find(requestId, BUDGET),
                        () -> misnamed.keepFirstAbsence(item, LATER, BUDGET))) {
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
                        Map.of(Settlement.TAG, requestId),
                        JsonObject.EMPTY);

        List<Resolution> resolutions =
                together(8, "2026-11-23T10:02:00Z", (_, _) -> Optional.of(cluster));

        List<AuditEvent> events = log.eventsOf(requestId, BUDGET);
        assertThat(events).hasSize(2);
        assertThat(resolutions).containsOnly(new Settled(events.getLast()));
        assertThat(items.find(requestId, BUDGET)).isEmpty();
    }

    @Test
    void countsTwoAbsencesHoweverManyLookAtOnce() {
        log.intend(intent, BUDGET);

        List<Resolution> first = together(4, "2026-11-23T10:15:00Z", (_, _) -> Optional.empty());
        assertThat(first).noneMatch(Settled.class::isInstance);
        assertThat(items.find(requestId, BUDGET).orElseThrow().firstAbsentAt())
                .contains(Instant.parse("2026-11-23T10:15:00Z"));

        List<Resolution> second = together(4, "2026-11-23T10:16:00Z", (_, _) -> Optional.empty());
        AuditEvent outcome = log.eventsOf(requestId, BUDGET).getLast();
        assertThat(outcome.text("outcome")).contains("not-created");
        assertThat(second).containsOnly(new Settled(outcome));
        assertThat(items.find(requestId, BUDGET)).isEmpty();
    }

    /// What several gateways make of the intent at the same time.
    private List<Resolution> together(int gateways, String at, ClusterLookup lookup) {
        var resolvers =
                IntStream.range(0, gateways)
                        .<Callable<Resolution>>mapToObj(i -> resolution(i, at, lookup))
                        .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var resolutions = new ArrayList<Resolution>();
            for (Future<Resolution> done : threads.invokeAll(resolvers)) {
                resolutions.add(done.get());
            }
            return resolutions;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Each writes an event of its own: the versions differ.
    private Callable<Resolution> resolution(int gateway, String at, ClusterLookup lookup) {
        var clock = new MovingClock(Instant.parse(at));
        var resolver =
                new Resolver(
                        log,
                        items,
                        lookup,
                        new Gateway("hyperpod-gateway", "eu-west-1", "0.0." + gateway),
                        STATUS,
                        clock);
        var origin =
                new Origin(
                        Optional.of("111122223333"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        var visit = new Visit(requestId, new Unidentified("nobody"), origin, clock.instant());
        return () -> resolver.resolve(intent, visit, () -> BUDGET);
    }

    private static void put(Map<String, String> attributes) {
        var item = new HashMap<String, AttributeValue>();
        attributes.forEach((name, value) -> item.put(name, AttributeValue.fromS(value)));
        client.putItem(r -> r.tableName("open").item(item));
    }
}
