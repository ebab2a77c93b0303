package io.hyperpodgateway.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.LargestRequest;
import io.hyperpodgateway.audit.LongText;
import io.hyperpodgateway.audit.SampleEvents;
import io.hyperpodgateway.audit.digest.Anchor;
import io.hyperpodgateway.audit.digest.Digest;
import io.hyperpodgateway.audit.digest.DigestRun;
import io.hyperpodgateway.audit.digest.DigestStore;
import io.hyperpodgateway.audit.digest.DigestStoreContract;
import io.hyperpodgateway.audit.digest.EventIndex;
import io.hyperpodgateway.audit.digest.HourlyEvents;
import io.hyperpodgateway.audit.verify.AuditVerifier;
import io.hyperpodgateway.audit.verify.StoredItem;
import io.hyperpodgateway.audit.verify.Verdict;
import io.hyperpodgateway.audit.verify.VerificationFailure;
import io.hyperpodgateway.aws.TestClients;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.local.DynamoDbLocalServer;
import io.hyperpodgateway.local.Tables;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

class DynamoDbDigestStoreTest extends DigestStoreContract {

    private static final AtomicInteger TABLES = new AtomicInteger();

    private static DynamoDbLocalServer server;
    private static DynamoDbClient client;

    private final String table = "audit-" + TABLES.incrementAndGet();

    @BeforeAll
    static void start() throws IOException {
        server = DynamoDbLocalServer.start();
        client = TestClients.dynamoDb(server.endpoint());
    }

    @AfterAll
    static void stop() {
        client.close();
        server.stop();
    }

    @Override
    protected DigestStore store() {
        new Tables(table, "open").create(client);
        return new DynamoDbDigestStore(client, table);
    }

    @Override
    protected EventIndex index() {
        return new DynamoDbEventIndex(client, table);
    }

    @Override
    protected void put(AuditEvent event) {
        new DynamoDbAuditLog(client, table, "open").append(event, Duration.ofSeconds(10));
    }

    @Override
    protected List<JsonObject> digestItems() {
        return new DynamoDbRecordTable(client, table)
                .partition(Digest.PK).stream()
                        .map(StoredItem.Plain.class::cast)
                        .map(StoredItem.Plain::members)
                        .toList();
    }

    @Test
    void isVerifiedAsStored() {
        HourlyEvents.intents(TEN, 20).forEach(this::put);
        String text = LargestRequest.text();
        put(SampleEvents.intent("r-large", text, text));
        Digest latest = digested();

        Verdict verdict = verified(latest);

        assertThat(verdict.failures()).isEmpty();
        assertThat(verdict.status()).isEqualTo(Verdict.Status.OK);
        assertThat(verdict.events()).isEqualTo(21);
    }

    @Test
    void isSeenThroughWhereAnItemSaysTwoThings() {
        AuditEvent large = SampleEvents.intent("r-large", "b".repeat(5_000), "{}");

        assertThat(failuresAfter(large, item -> item.put("body", text("what nobody sent"))))
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure.place()).isEqualTo("REQUEST#r-large EVENT#0001"));
    }

    /// Its text would be hashed, and its other value shown.
    @Test
    void isSeenThroughWhereATextHidesUnderAnotherName() {
        AuditEvent large = SampleEvents.intent("r-large", "b".repeat(5_000), "{}");

        assertThat(
                        failuresAfter(
                                large,
                                item -> {
                                    item.put("body", text("what nobody sent"));
                                    item.put("bodyZzzz", item.remove("bodyGzip"));
                                }))
                .hasSize(1);
    }

    /// An item whose key is not a string is in no index, and its request in no list.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "principal",
                "clusterName",
                "listKey",
                "day",
                "hour",
                "sha256",
                "requestId",
                "type"
            })
    void isSeenThroughWhereAnItemIsTakenOutOfAnIndex(String key) {
        AuditEvent event = HourlyEvents.intent(TEN, "r-1");

        assertThat(
                        failuresAfter(
                                event,
                                item -> {
                                    byte[] zipped = LongText.gzip(item.remove(key).s());
                                    item.put(
                                            key + "Gzip",
                                            AttributeValue.fromB(SdkBytes.fromByteArray(zipped)));
                                }))
                .hasSize(1);
    }

    @Test
    void isSeenThroughWhereAnItemHoldsWhatNoneDoes() {
        AuditEvent event = HourlyEvents.intent(TEN, "r-1");

        assertThat(failuresAfter(event, item -> item.put("note", AttributeValue.fromM(Map.of()))))
                .hasSize(1);
    }

    /// The failures after an event's item was changed after its digest.
    private List<VerificationFailure> failuresAfter(
            AuditEvent event, Consumer<Map<String, AttributeValue>> change) {
        put(event);
        Digest latest = digested();
        var item = new HashMap<>(EventItems.event(event));
        change.accept(item);
        client.putItem(r -> r.tableName(table).item(item));
        return verified(latest).failures();
    }

    private static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    private Digest digested() {
        Instant now = TEN.plus(2).start().plusSeconds(900);
        return new DigestRun(index(), store(), Clock.fixed(now, ZoneOffset.UTC))
                .run(() -> true)
                .latest()
                .orElseThrow();
    }

    private Verdict verified(Digest latest) {
        return AuditVerifier.verify(
                new DynamoDbRecordTable(client, table),
                List.of(Anchor.of(latest)),
                Clock.fixed(TEN.plus(3).start(), ZoneOffset.UTC),
                _ -> {});
    }
}
