package io.hyperpodgateway.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.list.Chunk;
import io.hyperpodgateway.audit.list.ListedEvents;
import io.hyperpodgateway.audit.list.Listing;
import io.hyperpodgateway.audit.list.RequestList;
import io.hyperpodgateway.audit.list.RequestListContract;
import io.hyperpodgateway.audit.list.Scope;
import io.hyperpodgateway.audit.list.Span;
import io.hyperpodgateway.aws.AwsClients;
import io.hyperpodgateway.aws.SilentServer;
import io.hyperpodgateway.aws.TestClients;
import io.hyperpodgateway.local.DynamoDbLocalServer;
import io.hyperpodgateway.local.Tables;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

class DynamoDbRequestListTest extends RequestListContract {

    private static final Instant DEC = Instant.parse("2026-12-01T10:00:00Z");
    private static final String JO = "arn:aws:iam::111122223333:role/jo";

    private static DynamoDbLocalServer server;
    private static DynamoDbClient client;

    @BeforeAll
    static void start() throws IOException {
        server = DynamoDbLocalServer.start();
        client = TestClients.dynamoDb(server.endpoint());
        tables("shared");
    }

    @AfterAll
    static void stop() {
        client.close();
        server.stop();
    }

    @Override
    protected AuditLog log() {
        return log("shared");
    }

    @Override
    protected RequestList list() {
        return new DynamoDbRequestList(client, "shared");
    }

    @Test
    void leavesTheRestForLaterWhereMuchHasToBePassedOver() {
        AuditLog log = log(tables("crowded"));
        for (int i = 0; i < 60; i++) {
            log.append(
                    ListedEvents.refusal(
                            ListedEvents.id("other" + i), DEC.plusMillis(i), JO, "other"),
                    BUDGET);
        }
        String wanted = ListedEvents.id("wanted");
        log.append(ListedEvents.refusal(wanted, DEC.minusMillis(1), JO, "vision"), BUDGET);
        var list = new DynamoDbRequestList(client, "crowded", 10);
        var scope = new Scope.OfPrincipal(JO, Optional.of("vision"));
        Span span = Span.of(DEC.minusSeconds(1), DEC.plusSeconds(1));

        Chunk first = list.read(scope, span, 10, BUDGET);

        assertThat(first.listings()).isEmpty();
        assertThat(first.rest()).isPresent();
        assertThat(walked(list, scope, span)).containsExactly(wanted);
    }

    @Test
    void leavesTheRestForLaterAfterManyDaysWithoutRequests() {
        String first = ListedEvents.id("long ago");
        log(tables("sparse")).append(ListedEvents.nobodys(first, DEC), BUDGET);
        var list = new DynamoDbRequestList(client, "sparse");
        Span span = Span.of(DEC, DEC.plus(Duration.ofDays(500)));

        Chunk chunk = list.read(new Scope.Everything(), span, 10, BUDGET);

        assertThat(chunk.listings()).isEmpty();
        assertThat(chunk.rest()).isPresent();
        assertThat(walked(list, new Scope.Everything(), span)).containsExactly(first);
    }

    /// A day is looked at in any case, so whoever follows `rest` arrives.
    @Test
    void leavesTheRestForLaterWhenTimeRunsLow() {
        DynamoDbClient slow = mock();
        when(slow.query(any(QueryRequest.class))).thenReturn(QueryResponse.builder().build());
        var list = new DynamoDbRequestList(slow, "slow");
        Span span = Span.of(DEC, DEC.plus(Duration.ofDays(2)));

        Chunk chunk = list.read(new Scope.Everything(), span, 10, Duration.ZERO);

        assertThat(chunk.listings()).isEmpty();
        assertThat(chunk.rest()).contains("2026-12-03T00:00:00.000Z");
        verify(slow).query(any(QueryRequest.class));
    }

    /// The record's first day is that of the first digest, looked up once.
    @Test
    void looksNoFurtherBackThanTheRecordGoes() {
        log(tables("digested")).append(ListedEvents.nobodys(ListedEvents.id("first"), DEC), BUDGET);
        client.putItem(r ->
                r.tableName("digested")
                        .item(
                                Map.of(
                                        "pk", AttributeValue.fromS("DIGEST"),
                                        "sk", AttributeValue.fromS("2026-12-01T10Z"))));
        var calls = new AtomicInteger();
        var clients =
                new AwsClients(
                        "eu-west-1",
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")),
                        (_, _) -> calls.incrementAndGet());
        try (DynamoDbClient counted = clients.dynamoDb(Optional.of(server.endpoint()))) {
            var list = new DynamoDbRequestList(counted, "digested");
            Span all = Span.of(Instant.EPOCH, DEC.plus(Duration.ofDays(3)));

            Chunk chunk = list.read(new Scope.Everything(), all, 10, BUDGET);
            assertThat(chunk.listings()).hasSize(1);
            assertThat(chunk.rest()).isEmpty();
            assertThat(calls).hasValue(1 + 3 + 1 + 2);
            list.read(new Scope.Everything(), all, 10, BUDGET);
            assertThat(calls).hasValue(1 + 2 * (3 + 1 + 2));
        }
    }

    @Test
    void readsTheRecordFromItsFirstPossibleDayWhereThereIsNoDigest() {
        String id = ListedEvents.id("young");
        log(tables("young")).append(ListedEvents.nobodys(id, DEC), BUDGET);
        var list = new DynamoDbRequestList(client, "young");

        assertThat(walked(list, new Scope.Everything(), Span.of(Instant.EPOCH, DEC.plusMillis(1))))
                .containsExactly(id);
    }

    @Test
    void failsAsTheRecordDoes() throws IOException {
        var misnamed = new DynamoDbRequestList(client, "nowhere");
        Span span = Span.of(DEC, DEC.plusSeconds(1));
        assertThatExceptionOfType(AuditUnavailableException.class)
                .isThrownBy(() -> misnamed.read(new Scope.Everything(), span, 1, BUDGET))
                .withMessageContaining("nowhere");
        assertThatExceptionOfType(AuditUnavailableException.class)
                .isThrownBy(() -> misnamed.lastEvents(List.of("r-1", "r-2", "r-3"), BUDGET))
                .withMessageContaining("nowhere");

        try (var silent = new SilentServer();
                DynamoDbClient unanswered = TestClients.dynamoDb(silent.endpoint())) {
            var lost = new DynamoDbRequestList(unanswered, "shared");
            long before = System.nanoTime();
            assertThatExceptionOfType(AuditUnavailableException.class)
                    .isThrownBy(
                            () -> lost.lastEvents(List.of("r-1", "r-2"), Duration.ofSeconds(1)));
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isLessThan(Duration.ofSeconds(2));
        }
    }

    private static String tables(String name) {
        new Tables(name, name + "-open").create(client);
        return name;
    }

    private static AuditLog log(String table) {
        return new DynamoDbAuditLog(client, table, table + "-open");
    }

    private static List<String> walked(RequestList list, Scope scope, Span span) {
        var ids = new ArrayList<String>();
        Chunk chunk = list.read(scope, span, 10, BUDGET);
        while (true) {
            chunk.listings().stream().map(Listing::requestId).forEach(ids::add);
            if (chunk.rest().isEmpty()) return ids;
            chunk = list.read(scope, span.below(chunk.rest().get()), 10, BUDGET);
        }
    }
}
