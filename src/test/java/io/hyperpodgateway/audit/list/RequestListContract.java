package io.hyperpodgateway.audit.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.audit.LargestRequest;
import io.hyperpodgateway.audit.list.Scope.Everything;
import io.hyperpodgateway.audit.list.Scope.OfCluster;
import io.hyperpodgateway.audit.list.Scope.OfPrincipal;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.text.Sha256;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// The contract of request lists, run against the fake and the real one.
public abstract class RequestListContract {

    protected static final Duration BUDGET = Duration.ofSeconds(20);

    private static final AtomicInteger TESTS = new AtomicInteger();

    /// Each test has forty days of its own, because they may share the record.
    private final Instant start =
            Instant.parse("2027-01-01T10:00:00Z")
                    .plus(Duration.ofDays(40L * TESTS.getAndIncrement()));

    private final KeyRange range = KeyRange.of(start, start.plus(Duration.ofDays(30)));
    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final String jo = "arn:aws:iam::111122223333:role/jo-" + unique;
    private final String mo = "jwt:idp.example.com#mo-" + unique;
    private final String cluster = "vision-" + unique;
    private AuditLog log;
    private RequestList list;

    protected abstract AuditLog log();

    /// The list of the log's requests.
    protected RequestList list() {
        return list(RequestList.MOST_ENTRIES);
    }

    /// The list of the log's requests with that limit of entries per read.
    protected abstract RequestList list(int mostEntries);

    @BeforeEach
    void take() {
        log = log();
        list = list();
    }

    @Test
    void isEmptyWhereNothingWasRecorded() {
        for (Scope scope : List.of(ofJo(), new OfCluster(cluster, none()), new Everything())) {
            assertThat(list.read(scope, range, 10, BUDGET)).isEqualTo(ListingPage.END);
        }
    }

    @Test
    void givesTheNewestFirstFromEveryIndex() {
        List<String> ids = intents(5, Duration.ofHours(30));

        for (Scope scope : List.of(ofJo(), new OfCluster(cluster, none()), new Everything())) {
            ListingPage page = list.read(scope, range, 10, BUDGET);
            assertThat(ids(page)).as(scope.toString()).isEqualTo(ids.reversed());
            assertThat(page.rest()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 7, 8, 100})
    void givesEachOnceInChunksOfAnySize(int most) {
        List<String> ids = intents(7, Duration.ofHours(9));

        for (Scope scope : List.of(ofJo(), new OfCluster(cluster, none()), new Everything())) {
            assertThat(readAll(scope, most)).as(scope.toString()).isEqualTo(ids.reversed());
        }
    }

    @Test
    void givesEachOnceThoughAllBeganAtOnce() {
        List<String> ids = intents(9, Duration.ZERO);

        for (Scope scope : List.of(ofJo(), new OfCluster(cluster, none()), new Everything())) {
            assertThat(readAll(scope, 2)).containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    /// Whatever the filter, and however few entries a read may look at.
    @Test
    void missesAndRepeatsNothingFromPageToPage() {
        var random = new Random(18);
        var pages =
                new FilteredPages(random, start, List.of(jo, mo), List.of(cluster, cluster + "-b"));
        pages.record(120, log);

        for (int query = 0; query < 60; query++) {
            int mostEntries = query % 2 == 0 ? 17 : RequestList.MOST_ENTRIES;
            pages.check(list(mostEntries), query % 3 == 0);
        }
    }

    @Test
    void endsExactlyWhereItEnds() {
        intents(4, Duration.ofDays(2));

        for (Scope scope : List.of(ofJo(), new OfCluster(cluster, none()), new Everything())) {
            assertThat(list.read(scope, range, 4, BUDGET).rest()).isEmpty();
            assertThat(list.read(scope, range, 3, BUDGET).rest()).isPresent();
        }
    }

    @Test
    void holdsTheBeginningOfATimeAndNotItsEnd() {
        List<String> ids = intents(3, Duration.ofMillis(1));

        assertThat(idsIn(start, start.plusMillis(2))).isEqualTo(List.of(ids.get(1), ids.get(0)));
        assertThat(idsIn(start.plusMillis(1), start.plusMillis(3)))
                .isEqualTo(List.of(ids.get(2), ids.get(1)));
        assertThat(idsIn(start.plusNanos(1), start.plusNanos(1_000_001)))
                .isEqualTo(List.of(ids.get(1)));
        assertThat(idsIn(start, start)).isEmpty();
        assertThat(idsIn(start.plusMillis(2), start)).isEmpty();
    }

    @Test
    void passesOverDaysWithoutRequests() {
        String first = record("first", start);
        String last = record("last", start.plus(Duration.ofDays(25)));

        assertThat(readAll(new Everything(), 1)).containsExactly(last, first);
    }

    @Test
    void distinguishesPrincipalsAndClusters() {
        String own = record("own", start);
        String other = ListedRequestFixture.id("other" + unique);
        append(ListedRequestFixture.refusal(other, start.plusMillis(1), jo, "other-" + unique));
        String anothers = ListedRequestFixture.id("anothers" + unique);
        append(ListedRequestFixture.refusal(anothers, start.plusMillis(2), mo, cluster));
        String nobodys = ListedRequestFixture.id("nobodys" + unique);
        append(ListedRequestFixture.nobodys(nobodys, start.plusMillis(3)));

        assertThat(readAll(ofJo(), 1)).containsExactly(other, own);
        assertThat(readAll(new OfPrincipal(jo, Optional.of(cluster)), 1)).containsExactly(own);
        assertThat(readAll(new OfPrincipal(mo, none()), 1)).containsExactly(anothers);
        assertThat(readAll(new OfCluster(cluster, none()), 1)).containsExactly(anothers, own);
        assertThat(readAll(new OfCluster(cluster, Optional.of(mo)), 1)).containsExactly(anothers);
        assertThat(readAll(new Everything(), 1)).containsExactly(nobodys, anothers, other, own);
    }

    /// So that no filter makes a read look at everything.
    @Test
    void looksAtSoManyEntriesAtMostWhateverIsPassedOver() {
        String wanted = record("wanted", start);
        for (int i = 1; i <= 25; i++) {
            append(
                    ListedRequestFixture.refusal(
                            ListedRequestFixture.id(unique + i), start.plusMillis(i), jo, "other"));
        }
        list = list(10);
        Scope scope = new OfPrincipal(jo, Optional.of(cluster));

        ListingPage first = list.read(scope, range, 10, BUDGET);

        assertThat(first.listings()).isEmpty();
        assertThat(first.rest()).isPresent();
        assertThat(readAll(scope, 10)).containsExactly(wanted);
        for (Scope unfiltered : List.of(ofJo(), new Everything())) {
            ListingPage page = list.read(unfiltered, range, 1_000, BUDGET);
            assertThat(page.listings()).as(unfiltered.toString()).hasSizeBetween(1, 10);
            assertThat(page.rest()).isPresent();
            assertThat(readAll(unfiltered, 1_000)).hasSize(26).doesNotHaveDuplicates();
        }
    }

    @Test
    void looksAtSoManyEntriesAtMostOverDays() {
        List<String> ids = intents(9, Duration.ofDays(1));

        for (int most : List.of(3, 4, 5, 9, 10)) {
            list = list(most);
            assertThat(readAll(new Everything(), 100)).as("%d", most).isEqualTo(ids.reversed());
        }
    }

    @Test
    void readsOfALastEventWhatAListShows() {
        String id = ListedRequestFixture.id(unique);
        JsonObject shown =
                JsonObject.of("instances", Json.of(3))
                        .with("byType", Json.of("{\"ml.m5.xlarge\":3}"))
                        .with("hourlyCost", Json.of("x".repeat(5_000)))
                        .with("rules", Json.of("[\"" + "a".repeat(5_000) + "\"]"))
                        .with("auditRules", Json.of("[\"watched\"]"));
        append(
                AuditEvent.seal(
                        ListedRequestFixture.refusal(id, start, jo, cluster)
                                .members()
                                .withAll(shown)
                                .with("userAgent", Json.of("curl"))));

        JsonObject last = list.lastEvents(List.of(id), BUDGET).get(id);

        assertThat(last.members().keySet())
                .containsExactlyInAnyOrder(
                        "type",
                        "outcome",
                        "httpStatus",
                        "instances",
                        "byType",
                        "hourlyCost",
                        "rules",
                        "auditRules");
        shown.members().forEach((name, value) -> assertThat(last.get(name)).contains(value));
    }

    @Test
    void listsARequestOnceHoweverOftenItWasTried() {
        AuditEvent intent =
                ListedRequestFixture.intent(ListedRequestFixture.id(unique), start, jo, cluster);
        log.intend(intent, BUDGET);
        log.conclude(ListedRequestFixture.outcome(intent, "throttled", none()), BUDGET);
        AuditEvent second = ListedRequestFixture.another(intent);
        log.intend(second, BUDGET);
        log.conclude(ListedRequestFixture.outcome(second, "created", Optional.of("arn")), BUDGET);

        ListingPage page = list.read(ofJo(), range, 10, BUDGET);

        assertThat(ids(page)).containsExactly(intent.requestId());
        assertThat(page.listings().getFirst().isIntent()).isTrue();
        assertThat(last(intent.requestId()))
                .isEqualTo(
                        JsonObject.of("type", Json.of("COMPLETED"))
                                .with("outcome", Json.of("created"))
                                .with("httpStatus", Json.of(201))
                                .with("clusterArn", Json.of("arn")));
    }

    @Test
    void reportsTheMembersOfAList() {
        String id = ListedRequestFixture.id(unique);
        append(ListedRequestFixture.refusal(id, start, jo, cluster));

        for (Scope scope : List.of(ofJo(), new OfCluster(cluster, none()), new Everything())) {
            JsonObject listed = list.read(scope, range, 1, BUDGET).listings().getFirst().members();
            assertThat(listed.text("requestId")).contains(id);
            assertThat(listed.text("type")).contains("REFUSED");
            assertThat(listed.text("at")).contains(range.from());
            assertThat(listed.text("principal")).contains(jo);
            assertThat(listed.text("clusterName")).contains(cluster);
            assertThat(listed.text("outcome")).contains("policy-denied");
            assertThat(listed.integer("httpStatus")).contains(403L);
        }
    }

    @Test
    void reportsAnIntentWithoutOutcome() {
        AuditEvent intent =
                ListedRequestFixture.intent(ListedRequestFixture.id(unique), start, jo, cluster);
        log.intend(intent, BUDGET);

        assertThat(last(intent.requestId())).isEqualTo(JsonObject.of("type", Json.of("INTENDED")));
    }

    @Test
    void reportsAnIntentWhoseRequestIsAnItemOfItsOwn() {
        String request = LargestRequest.text();
        AuditEvent intent =
                AuditEvent.seal(
                        ListedRequestFixture.intent(
                                        ListedRequestFixture.id(unique), start, jo, cluster)
                                .members()
                                .with("instances", Json.of(4))
                                .with("body", Json.of(request))
                                .with("request", Json.of(request))
                                .with("requestSha256", Json.of(Sha256.hex(request))));
        assertThat(intent.besideRequest()).isPresent();
        log.intend(intent, BUDGET);

        assertThat(last(intent.requestId())).isEqualTo(JsonObject.of("type", Json.of("INTENDED")));
        assertThat(
                        list.lastEvents(List.of(intent.requestId()), BUDGET)
                                .get(intent.requestId())
                                .integer("instances"))
                .contains(4L);
    }

    @Test
    void reportsTheLastEventsOfManyAtOnce() {
        List<String> ids = intents(40, Duration.ofSeconds(1));

        var last = list.lastEvents(ids, BUDGET);

        assertThat(last.keySet()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(list.lastEvents(List.of(), BUDGET)).isEmpty();
        assertThat(list.lastEvents(List.of(ListedRequestFixture.id("none")), BUDGET)).isEmpty();
    }

    private JsonObject last(String id) {
        JsonObject last = list.lastEvents(List.of(id), BUDGET).get(id);
        JsonObject listed = JsonObject.EMPTY;
        for (String member : List.of("type", "outcome", "httpStatus", "clusterArn")) {
            listed = listed.with(member, last.get(member));
        }
        return listed;
    }

    /// That many intents of Jo, at that interval.
    private List<String> intents(int number, Duration pause) {
        return IntStream.range(0, number)
                .mapToObj(i -> record("intent-" + i, start.plus(pause.multipliedBy(i))))
                .toList();
    }

    private String record(String name, Instant at) {
        String id = ListedRequestFixture.id(name + unique);
        log.intend(ListedRequestFixture.intent(id, at, jo, cluster), BUDGET);
        return id;
    }

    private void append(AuditEvent event) {
        log.append(event, BUDGET);
    }

    private List<String> idsIn(Instant from, Instant to) {
        KeyRange part = KeyRange.of(from, to);
        List<String> ids = ids(list.read(ofJo(), part, 10, BUDGET));
        assertThat(ids(list.read(new Everything(), part, 10, BUDGET))).isEqualTo(ids);
        return ids;
    }

    private List<String> readAll(Scope scope, int most) {
        var ids = new ArrayList<String>();
        Optional<String> rest = Optional.empty();
        do {
            ListingPage page = list.read(scope, rest.map(range::below).orElse(range), most, BUDGET);
            assertThat(page.listings()).hasSizeLessThanOrEqualTo(most);
            ids.addAll(ids(page));
            rest = page.rest();
        } while (rest.isPresent());
        return ids;
    }

    private static List<String> ids(ListingPage page) {
        return page.listings().stream().map(Listing::requestId).toList();
    }

    private OfPrincipal ofJo() {
        return new OfPrincipal(jo, none());
    }

    private static Optional<String> none() {
        return Optional.empty();
    }
}
