package io.hyperpodgateway.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.audit.AuditLogContract;
import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.LargestRequest;
import io.hyperpodgateway.audit.SampleEvents;
import io.hyperpodgateway.aws.SilentServer;
import io.hyperpodgateway.aws.TestClients;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.local.DynamoDbLocalServer;
import io.hyperpodgateway.local.Tables;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class DynamoDbAuditLogTest extends AuditLogContract {

    private static final Tables TABLES = new Tables("audit", "open");

    private static DynamoDbLocalServer server;
    private static DynamoDbClient client;

    private final DynamoDbAuditLog log = new DynamoDbAuditLog(client, "audit", "open");

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
    protected List<String> openRequests() {
        return client.scan(r -> r.tableName("open")).items().stream()
                .map(item -> item.get("requestId").s())
                .toList();
    }

    @Test
    void opensAnIntentWithWhatItTakesToSettleIt() {
        AuditEvent intent = SampleEvents.intent(requestId);
        log.intend(intent, BUDGET);

        Map<String, AttributeValue> open =
                client.getItem(r ->
                                r.tableName("open")
                                        .key(Map.of("requestId", AttributeValue.fromS(requestId))))
                        .item();

        assertThat(open)
                .containsOnlyKeys(
                        "requestId",
                        "sequence",
                        "at",
                        "clusterName",
                        "principal",
                        "accountId",
                        "region",
                        "gateway",
                        "intentSha256")
                .containsEntry("sequence", AttributeValue.fromN("1"))
                .containsEntry("intentSha256", AttributeValue.fromS(intent.sha256()));
    }

    @Test
    void storesLongTextsGzippedAndTheRequestBeside() {
        String request = LargestRequest.text();
        log.intend(SampleEvents.intent(requestId, request, request), BUDGET);

        List<Map<String, AttributeValue>> items = items();

        assertThat(items)
                .extracting(item -> item.get("sk").s())
                .containsExactly("EVENT#0001", "EVENT#0001#request");
        assertThat(items.getFirst()).containsKey("bodyGzip").doesNotContainKeys("body", "request");
        assertThat(items.getLast()).containsOnlyKeys("pk", "sk", "requestGzip");
    }

    @Test
    void storesShortTextsPlainAndNumbersAsNumbers() {
        log.intend(SampleEvents.intent(requestId), BUDGET);

        assertThat(items().getFirst())
                .containsEntry("sequence", AttributeValue.fromN("1"))
                .containsEntry("region", AttributeValue.fromS("eu-west-1"))
                .containsKeys("body", "request");
    }

    @Test
    void putsAFirstEventIntoTheListsIndexes() {
        log.intend(SampleEvents.intent(requestId), BUDGET);

        assertThat(listed("byCluster", "clusterName", "ml-1")).hasSize(1);
        assertThat(listed("byPrincipal", "principal", "arn:aws:iam::111122223333:role/ml-research"))
                .hasSize(1);
        assertThat(listed("byDay", "day", "2026-11-23"))
                .singleElement()
                .satisfies(item -> assertThat(item).doesNotContainKeys("body", "request"));
    }

    @Test
    void readsEveryPage() {
        String request = LargestRequest.text();
        for (int sequence = 1; sequence <= 6; sequence++) {
            log.append(
                    AuditEvent.seal(
                            SampleEvents.intentAttributes(requestId)
                                    .with("sk", Json.of("EVENT#%04d".formatted(sequence)))
                                    .with("sequence", Json.of(sequence))
                                    .with("body", Json.of(request))
                                    .with("request", Json.of(request))),
                    BUDGET);
        }

        List<AuditEvent> events = log.eventsOf(requestId, BUDGET);

        assertThat(events).extracting(AuditEvent::sequence).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(events).allSatisfy(event -> assertThat(event.text("request")).contains(request));
    }

    @Test
    void namesTheTableThatIsMissing() {
        var misnamed = new DynamoDbAuditLog(client, "nowhere", "open");

        assertThatExceptionOfType(AuditUnavailableException.class)
                .isThrownBy(() -> misnamed.intend(SampleEvents.intent(requestId), BUDGET))
                .withMessageContaining("nowhere")
                .withMessageContaining("ResourceNotFound");
        assertThatExceptionOfType(AuditUnavailableException.class)
                .isThrownBy(() -> misnamed.eventsOf(requestId, BUDGET))
                .withMessageContaining("nowhere");
    }

    @Test
    void refusesToReadWhatIsNoEvent() {
        client.putItem(r ->
                r.tableName("audit")
                        .item(
                                Map.of(
                                        "pk", AttributeValue.fromS("REQUEST#" + requestId),
                                        "sk", AttributeValue.fromS("EVENT#0001"),
                                        "flag", AttributeValue.fromBool(true))));

        assertThatExceptionOfType(AuditUnavailableException.class)
                .isThrownBy(() -> log.eventsOf(requestId, BUDGET));
    }

    @Test
    void givesUpWithinItsBudgetWhereNobodyAnswers() throws IOException {
        try (var silent = new SilentServer();
                DynamoDbClient unanswered = TestClients.dynamoDb(silent.endpoint())) {
            var lost = new DynamoDbAuditLog(unanswered, "audit", "open");
            long before = System.nanoTime();

            assertThatExceptionOfType(AuditUnavailableException.class)
                    .isThrownBy(() ->
                            lost.intend(SampleEvents.intent(requestId), Duration.ofSeconds(2)));

            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isLessThan(Duration.ofSeconds(3));
        }
    }

    private List<Map<String, AttributeValue>> listed(String index, String key, String value) {
        String listKey = "2026-11-23T10:00:00.000Z#" + requestId;
        return client.query(r ->
                        r.tableName("audit")
                                .indexName(index)
                                .keyConditionExpression("#key = :key AND listKey = :list")
                                .expressionAttributeNames(Map.of("#key", key))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":key", AttributeValue.fromS(value),
                                                ":list", AttributeValue.fromS(listKey))))
                .items();
    }

    private List<Map<String, AttributeValue>> items() {
        return client.query(r ->
                        r.tableName("audit")
                                .keyConditionExpression("pk = :pk")
                                .expressionAttributeValues(
                                        Map.of(
                                                ":pk",
                                                AttributeValue.fromS("REQUEST#" + requestId))))
                .items();
    }
}
