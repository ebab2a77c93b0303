package io.hyperpodgateway.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.hyperpodgateway.admission.reading.RequestFilter;
import io.hyperpodgateway.admission.reading.RequestPages;
import io.hyperpodgateway.admission.reading.RequestQuery;
import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.list.KeyRange;
import io.hyperpodgateway.audit.list.ListedRequestFixture;
import io.hyperpodgateway.audit.list.Listing;
import io.hyperpodgateway.audit.list.ListingPage;
import io.hyperpodgateway.audit.list.RequestList;
import io.hyperpodgateway.audit.list.RequestListContract;
import io.hyperpodgateway.audit.list.Scope;
import io.hyperpodgateway.aws.AwsClients;
import io.hyperpodgateway.aws.SilentServer;
import io.hyperpodgateway.aws.TestClients;
import io.hyperpodgateway.identity.AssumedRole;
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
    protected RequestList list(int mostEntries) {
        return new DynamoDbRequestList(client, "shared", mostEntries);
    }

    /// For every filter: an empty page once took 510 of them.
    @Test
    void answersAPageWithABoundedNumberOfQueries() {
        AuditLog log = log(tables("counted"));
        for (int i = 0; i < 230; i++) {
            log.append(
                    ListedRequestFixture.refusal(
                            ListedRequestFixture.id("counted" + i),
                            DEC.plusMillis(i),
                            JO,
                            "vision"),
                    BUDGET);
        }
        var calls = new AtomicInteger();
        try (DynamoDbClient counted = counted(calls)) {
            var pages = new RequestPages(new DynamoDbRequestList(counted, "counted"));
            var filter = new PageCounter(pages, calls);

            assertThat(filter.of("outcome", "created")).isEqualTo(1);
            assertThat(filter.of("rule", "nowhere")).isEqualTo(1 + 100);
            assertThat(filter.of("cluster", "other")).isEqualTo(1);
            assertThat(filter.of("outcome", "policy-denied")).isLessThanOrEqualTo(1 + 100);
            assertThat(filter.of("", "")).isEqualTo(1 + 20);
        }
    }

    /// Counts the calls for a page of an auditor and of Jo.
    private record PageCounter(RequestPages pages, AtomicInteger calls) {

        int of(String parameter, String value) {
            var filter =
                    new RequestFilter(
                            value(parameter, value, "cluster"),
                            Optional.empty(),
                            value(parameter, value, "outcome"),
                            value(parameter, value, "rule"),
                            Optional.of(DEC),
                            Optional.empty());
            calls.set(0);
            pages.page(
                    new AssumedRole(JO, "AROAROLE", "111122223333", "jo"),
                    false,
                    new RequestQuery(filter, 20, Optional.empty()),
                    DEC.plus(Duration.ofDays(1)),
                    () -> Duration.ofSeconds(28));
            return calls.get();
        }

        private static Optional<String> value(String parameter, String value, String wanted) {
            return Optional.of(value).filter(_ -> parameter.equals(wanted));
        }
    }

    private static DynamoDbClient counted(AtomicInteger calls) {
        return new AwsClients(
                        "eu-west-1",
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")),
                        (_, _) -> calls.incrementAndGet())
                .dynamoDb(Optional.of(server.endpoint()));
    }

    @Test
    void leavesTheRestForLaterAfterManyDaysWithoutRequests() {
        String first = ListedRequestFixture.id("long ago");
        log(tables("sparse")).append(ListedRequestFixture.nobodys(first, DEC), BUDGET);
        var list = new DynamoDbRequestList(client, "sparse");
        KeyRange range = KeyRange.of(DEC, DEC.plus(Duration.ofDays(500)));

        ListingPage page = list.read(new Scope.Everything(), range, 10, BUDGET);

        assertThat(page.listings()).isEmpty();
        assertThat(page.rest()).isPresent();
        assertThat(readAll(list, new Scope.Everything(), range)).containsExactly(first);
    }

    /// Every read looks at one day at least, so that following `rest` comes to an end.
    @Test
    void leavesTheRestForLaterWhenTimeRunsLow() {
        DynamoDbClient slow = mock();
        when(slow.query(any(QueryRequest.class))).thenReturn(QueryResponse.builder().build());
        var list = new DynamoDbRequestList(slow, "slow");
        KeyRange range = KeyRange.of(DEC, DEC.plus(Duration.ofDays(2)));

        ListingPage page = list.read(new Scope.Everything(), range, 10, Duration.ZERO);

        assertThat(page.listings()).isEmpty();
        assertThat(page.rest()).contains("2026-12-03T00:00:00.000Z");
        verify(slow).query(any(QueryRequest.class));
    }

    /// The record's first day is that of the first digest, which is looked up once.
    @Test
    void looksNoFurtherBackThanTheRecordGoes() {
        log(tables("digested"))
                .append(
                        ListedRequestFixture.nobodys(ListedRequestFixture.id("first"), DEC),
                        BUDGET);
        client.putItem(r ->
                r.tableName("digested")
                        .item(
                                Map.of(
                                        "pk", AttributeValue.fromS("DIGEST"),
                                        "sk", AttributeValue.fromS("2026-12-01T10Z"))));
        var calls = new AtomicInteger();
        try (DynamoDbClient counted = counted(calls)) {
            var list = new DynamoDbRequestList(counted, "digested");
            KeyRange all = KeyRange.of(Instant.EPOCH, DEC.plus(Duration.ofDays(3)));

            ListingPage page = list.read(new Scope.Everything(), all, 10, BUDGET);
            assertThat(page.listings()).hasSize(1);
            assertThat(page.rest()).isEmpty();
            assertThat(calls).hasValue(1 + 3 + 1 + 2);
            list.read(new Scope.Everything(), all, 10, BUDGET);
            assertThat(calls).hasValue(1 + 2 * (3 + 1 + 2));
        }
    }

    @Test
    void readsTheRecordFromItsFirstPossibleDayWhereThereIsNoDigest() {
        String id = ListedRequestFixture.id("young");
        log(tables("young")).append(ListedRequestFixture.nobodys(id, DEC), BUDGET);
        var list = new DynamoDbRequestList(client, "young");

        assertThat(
                        readAll(
                                list,
                                new Scope.Everything(),
                                KeyRange.of(Instant.EPOCH, DEC.plusMillis(1))))
                .containsExactly(id);
    }

    @Test
    void failsAsTheRecordDoes() throws IOException {
        var misnamed = new DynamoDbRequestList(client, "nowhere");
        KeyRange range = KeyRange.of(DEC, DEC.plusSeconds(1));
        assertThatExceptionOfType(AuditUnavailableException.class)
                .isThrownBy(() -> misnamed.read(new Scope.Everything(), range, 1, BUDGET))
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

    private static List<String> readAll(RequestList list, Scope scope, KeyRange range) {
        var ids = new ArrayList<String>();
        ListingPage page = list.read(scope, range, 10, BUDGET);
        while (true) {
            page.listings().stream().map(Listing::requestId).forEach(ids::add);
            if (page.rest().isEmpty()) return ids;
            page = list.read(scope, range.below(page.rest().get()), 10, BUDGET);
        }
    }
}
