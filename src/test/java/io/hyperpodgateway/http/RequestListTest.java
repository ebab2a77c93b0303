package io.hyperpodgateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.admission.AdmissionFixture;
import io.hyperpodgateway.admission.RequestBody;
import io.hyperpodgateway.admission.port.Deadline;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.audit.list.InMemoryRequestList;
import io.hyperpodgateway.audit.list.KeyRange;
import io.hyperpodgateway.audit.list.ListedRequestFixture;
import io.hyperpodgateway.audit.list.ListingPage;
import io.hyperpodgateway.audit.list.RequestList;
import io.hyperpodgateway.audit.list.Scope;
import io.hyperpodgateway.http.request.Headers;
import io.hyperpodgateway.http.request.HttpRequest;
import io.hyperpodgateway.identity.Identity;
import io.hyperpodgateway.identity.TokenSubject;
import io.hyperpodgateway.identity.Unidentified;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

class RequestListTest {

    private static final Duration BUDGET = Duration.ofSeconds(1);
    private static final Instant THEN = AdmissionFixture.NOW.minus(Duration.ofDays(1));
    private static final Identity JO = AdmissionFixture.role("ml-research");
    private static final String JOS = "arn:aws:iam::111122223333:role/ml-research";
    private static final Identity STRANGER = AdmissionFixture.role("ml-other");
    private static final String STRANGERS = "arn:aws:iam::111122223333:role/ml-other";
    private static final Identity AUDITOR = AdmissionFixture.role("platform-audit");

    private final AdmissionFixture admissionFixture = new AdmissionFixture();
    private final InMemoryRequestList list = new InMemoryRequestList(admissionFixture.log);

    @BeforeEach
    void list() {
        admissionFixture.listing(list);
    }

    @Test
    void reportsWhatBecameOfARequest() {
        post(JO);

        JsonObject page = get("", JO).body();

        assertThat(page.members()).containsOnlyKeys("requests");
        assertThat(page.items("requests"))
                .singleElement()
                .isEqualTo(
                        JsonObject.of("requestId", Json.of(AdmissionFixture.ID))
                                .with("type", Json.of("COMPLETED"))
                                .with("at", Json.of("2026-11-23T12:00:00.000Z"))
                                .with("principal", Json.of(JOS))
                                .with("clusterName", Json.of("vision"))
                                .with("outcome", Json.of("created"))
                                .with("httpStatus", Json.of(201))
                                .with(
                                        "clusterArn",
                                        Json.of(
                                                "arn:aws:sagemaker:us-east-1:000000000000:cluster/abcdefghijkl"))
                                .with("instances", Json.of(2))
                                .with("byType", JsonObject.of("ml.m5.xlarge", Json.of(2))));
    }

    @Test
    void reportsAnIntentThatIsUnderWay() {
        AuditEvent intent = intent(0, JOS);

        JsonObject request = requests(get("", JO)).getFirst();

        assertThat(request.text("requestId")).contains(intent.requestId());
        assertThat(request.text("type")).contains("INTENDED");
        assertThat(request.text("outcome")).contains("open");
        assertThat(request.members()).doesNotContainKeys("httpStatus", "clusterArn");
        assertThat(requests(get("outcome=open", JO))).hasSize(1);
        assertThat(requests(get("outcome=created", JO))).isEmpty();
    }

    @Test
    void showsACallerItsOwnFromItsOwnIndex() {
        refusal(1, JOS, "vision");
        refusal(2, STRANGERS, "vision");
        admissionFixture.log.append(
                ListedRequestFixture.nobodys(ListedRequestFixture.id("3"), THEN), BUDGET);

        assertThat(ids(get("", JO))).containsExactly(ListedRequestFixture.id("1"));
        assertThat(ids(get("cluster=vision", JO))).containsExactly(ListedRequestFixture.id("1"));
        assertThat(ids(get("cluster=other", JO))).isEmpty();
        assertThat(ids(get("principal=" + encoded(JOS), JO)))
                .containsExactly(ListedRequestFixture.id("1"));
        assertThat(list.scopes()).hasSize(4).allMatch(Scope.OfPrincipal.class::isInstance);
        assertThat(list.scopes()).allMatch(scope -> scope.toString().contains(JOS));
    }

    @Test
    void leavesOutAnothersWithoutLooking() {
        refusal(1, STRANGERS, "vision");

        ReceivedAnswer answer = get("cluster=vision&principal=" + encoded(STRANGERS), JO);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().toText()).isEqualTo("{\"requests\":[]}");
        assertThat(list.scopes()).isEmpty();
    }

    @Test
    void showsAnAuditorAllFromTheIndexThatFits() {
        refusal(1, JOS, "vision");
        refusal(2, STRANGERS, "vision");
        refusal(3, STRANGERS, "other");
        admissionFixture.log.append(
                ListedRequestFixture.nobodys(ListedRequestFixture.id("4"), THEN), BUDGET);

        assertThat(ids(get("", AUDITOR))).containsExactlyInAnyOrder(id(1), id(2), id(3), id(4));
        assertThat(ids(get("cluster=vision", AUDITOR))).containsExactly(id(2), id(1));
        assertThat(ids(get("principal=" + encoded(STRANGERS), AUDITOR)))
                .containsExactly(id(3), id(2));
        assertThat(ids(get("cluster=other&principal=" + encoded(STRANGERS), AUDITOR)))
                .containsExactly(id(3));
        assertThat(list.scopes())
                .containsExactly(
                        new Scope.Everything(),
                        new Scope.OfCluster("vision", Optional.empty()),
                        new Scope.OfPrincipal(STRANGERS, Optional.empty()),
                        new Scope.OfCluster("other", Optional.of(STRANGERS)));
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:sts::111122223333:assumed-role/ml-other/jo",
        "arn:aws:iam::111122223333:role/teams/vision/ml-other"
    })
    void takesARoleInAnyWriting(String principal) {
        refusal(1, STRANGERS, "vision");

        assertThat(ids(get("principal=" + encoded(principal), AUDITOR))).containsExactly(id(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100})
    void showsEachOfAThousandRequestsToItsCallerAndToAuditors(int limit) {
        var random = new Random(7);
        var principals = IntStream.range(0, 20).mapToObj(i -> "ml-" + i).toList();
        var owners = new HashMap<String, String>();
        for (int i = 0; i < 1_000; i++) {
            String owner = principals.get(random.nextInt(principals.size()));
            owners.put(id(i), owner);
            // a good many in the same millisecond
            Instant at = THEN.plusMillis(random.nextInt(200));
            admissionFixture.log.append(
                    ListedRequestFixture.refusal(
                            id(i), at, "arn:aws:iam::111122223333:role/" + owner, "vision"),
                    BUDGET);
        }

        List<String> all = readAll("", AUDITOR, Math.max(limit, 25));

        assertThat(all).hasSize(1_000).doesNotHaveDuplicates();
        for (String owner : principals.subList(0, 3)) {
            List<String> own = readAll("", AdmissionFixture.role(owner), limit);
            assertThat(own)
                    .doesNotHaveDuplicates()
                    .isEqualTo(all.stream().filter(id -> owners.get(id).equals(owner)).toList());
        }
        List<String> times =
                requests(get("limit=100", AUDITOR)).stream()
                        .map(request -> request.text("at").orElseThrow())
                        .toList();
        assertThat(times).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void movesNothingWhileOthersWrite() {
        for (int i = 0; i < 50; i++) refusal(i, JOS, "vision");
        var ids = new ArrayList<String>();
        Optional<String> next = Optional.empty();
        for (int page = 0; page == 0 || next.isPresent(); page++) {
            ReceivedAnswer answer =
                    get("limit=7" + next.map(token -> "&next=" + token).orElse(""), JO);
            ids.addAll(ids(answer));
            next = answer.body().text("next");
            // newer ones, one of exactly the last one's time, and a late one below it
            for (int i = 0; i < 5; i++) refusal(1_000 + 10 * page + i, JOS, "vision");
            admissionFixture.log.append(
                    ListedRequestFixture.refusal(
                            id(2_000 + page), at(49 - 7 * page), JOS, "vision"),
                    BUDGET);
        }

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids).containsAll(IntStream.range(0, 50).mapToObj(RequestListTest::id).toList());
        assertThat(ids).doesNotContain(id(1_000), id(1_010));
    }

    @Test
    void givesNoNextOnTheLastPage() {
        for (int i = 0; i < 20; i++) refusal(i, JOS, "vision");

        assertThat(get("", JO).body().get("next")).isEmpty();
        assertThat(get("limit=20", JO).body().get("next")).isEmpty();
        assertThat(get("limit=19", JO).body().get("next")).isPresent();
        refusal(20, JOS, "vision");
        assertThat(requests(get("", JO))).hasSize(20);
        assertThat(get("", JO).body().text("next").orElseThrow()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void looksAtSoManyForAnOutcomeAndGoesOnWhereItStopped() {
        for (int i = 1; i <= 1_200; i++) refusal(i, JOS, "vision");
        AuditEvent intent = intent(0, JOS);
        admissionFixture.log.conclude(
                ListedRequestFixture.outcome(intent, "created", Optional.of("arn")), BUDGET);

        ReceivedAnswer first = get("outcome=created", JO);

        assertThat(requests(first)).isEmpty();
        assertThat(first.body().get("next")).isPresent();
        assertThat(list.scopes()).hasSize(1);
        assertThat(list.lastEventsRead()).isZero();
        assertThat(readAll("outcome=created", JO, 20)).containsExactly(intent.requestId());
        assertThat(readAll("outcome=policy-denied", JO, 99)).hasSize(1_200).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rule=nowhere", "outcome=throttled", "outcome=throttled&rule=nowhere"})
    void readsTheLastEventsOfSoManyAtMost(String query) {
        for (int i = 1; i <= 250; i++) intent(i, JOS);

        ReceivedAnswer first = get(query + "&limit=100", JO);

        assertThat(requests(first)).isEmpty();
        assertThat(first.body().get("next")).isPresent();
        assertThat(list.lastEventsRead()).isEqualTo(100);
        assertThat(list.scopes()).hasSize(1);
        assertThat(readAll(query, JO, 20)).isEmpty();
        assertThat(list.lastEventsRead()).isEqualTo(100 + 250);
    }

    @Test
    void filtersByTheRuleOfAFinding() {
        post(JO);
        AuditEvent created = admissionFixture.log.events().getFirst();
        refusal(1, JOS, "vision");
        ruled(2, "[\"team-tag\",\"approved-types\"]", "[\"watched-names\"]");
        ruled(3, "[\"team-tags\"]", "[]");
        ruled(4, "no list", "7");

        assertThat(ids(get("rule=team-tag", JO))).containsExactly(id(2));
        assertThat(ids(get("rule=approved-types&outcome=policy-denied", JO)))
                .containsExactly(id(2));
        assertThat(ids(get("rule=approved-types&outcome=created", JO))).isEmpty();
        assertThat(ids(get("rule=team", JO))).isEmpty();
        assertThat(ids(get("rule=team-tag", STRANGER))).isEmpty();
        assertThat(ids(get("rule=watched-names", JO))).isEmpty();
        assertThat(ids(get("rule=watched-names", AUDITOR)))
                .containsExactly(created.requestId(), id(2));
        assertThat(ids(get("", JO))).contains(created.requestId()).hasSize(5);
    }

    @Test
    void goesOnBehindEachPageOfARule() {
        for (int i = 0; i < 130; i++) {
            ruled(i, i % 3 == 0 ? "[\"team-tag\"]" : "[\"roles\"]", "[]");
        }

        for (int limit : List.of(1, 2, 7, 44, 100)) {
            assertThat(readAll("rule=team-tag", JO, limit)).hasSize(44).doesNotHaveDuplicates();
        }
    }

    /// With real admission: rules of refusals, warnings and audits, and totals.
    @Test
    void findsARefusalByItsRulesAndShowsWhatItAskedFor() {
        admissionFixture.policyAlso("prices: {ml.p5.48xlarge: 55.04}\n");
        assertThat(post(JO, AdmissionFixture.GOOD.replace("ml.m5.xlarge", "ml.p5.48xlarge")))
                .isEqualTo(403);

        JsonObject request = requests(get("rule=approved-types", JO)).getFirst();

        assertThat(request.integer("instances")).contains(2L);
        assertThat(request.get("byType")).contains(JsonObject.of("ml.p5.48xlarge", Json.of(2)));
        assertThat(request.object("hourlyCost").orElseThrow().text("total")).contains("110.08");
        assertThat(requests(get("rule=watched-names", JO))).isEmpty();
        assertThat(requests(get("rule=watched-names", AUDITOR))).containsExactly(request);
    }

    @Test
    void reportsTheOutcomeOfTheLastAttempt() {
        AuditEvent intent = intent(0, JOS);
        admissionFixture.log.conclude(
                ListedRequestFixture.outcome(intent, "throttled", Optional.empty()), BUDGET);
        AuditEvent second = ListedRequestFixture.another(intent);
        admissionFixture.log.intend(second, BUDGET);
        admissionFixture.log.conclude(
                ListedRequestFixture.outcome(second, "created", Optional.of("arn")), BUDGET);

        assertThat(ids(get("outcome=throttled", JO))).isEmpty();
        assertThat(ids(get("outcome=created", JO))).containsExactly(intent.requestId());
    }

    @Test
    void stopsReadingWhileThereIsTimeToAnswer() {
        for (int i = 1; i <= 400; i++) intent(i, JOS);
        var left = new AtomicInteger(28_000);

        ReceivedAnswer answer =
                get("outcome=created", JO, () -> Duration.ofMillis(left.addAndGet(-1_000)));

        assertThat(requests(answer)).isEmpty();
        assertThat(answer.body().get("next")).isPresent();
        assertThat(left.get()).isGreaterThanOrEqualTo(20_000);
        assertThat(list.lastEventsRead()).isLessThan(100);
    }

    @Test
    void holdsTheBeginningOfATimeAndNotItsEnd() {
        for (int i = 0; i < 3; i++) refusal(i, JOS, "vision");

        assertThat(ids(get("from=%s&to=%s".formatted(at(0), at(2)), JO)))
                .containsExactly(id(1), id(0));
        assertThat(ids(get("from=" + at(1), JO))).containsExactly(id(2), id(1));
        assertThat(ids(get("to=" + at(1), JO))).containsExactly(id(0));
        assertThat(ids(get("from=" + at(0).plusNanos(1), JO))).containsExactly(id(2), id(1));
        assertThat(ids(get("from=0000-01-01T00:00:00Z&to=9999-12-31T23:59:59.999999999Z", JO)))
                .hasSize(3);
        assertThat(ids(get("from=9999-12-31T23:59:59.999999999Z", JO))).isEmpty();
        assertThat(ids(get("to=0000-01-01T00:00:00Z", JO))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=-1",
                "limit=1e1",
                "limit=%2B5",
                "limit=05",
                "limit=",
                "limit=99999999999999999999999",
                "limit=%D9%A5",
                "limit=5&limit=5",
                "cluster=",
                "cluster=no_name",
                "cluster=a%00b",
                "cluster=%FF",
                "cluster=%C0%AF",
                "cluster=a&cluster=a",
                "cluster=%zz",
                "principal=",
                "principal=ml-research",
                "principal=arn:%00",
                "principal=arn:%0A",
                "principal=arn:%ED%A0%80",
                "outcome=",
                "outcome=CREATED",
                "outcome=created,open",
                "outcome=nonsense",
                "rule=",
                "rule=Team-tag",
                "rule=team_tag",
                "rule=-team",
                "rule=team-",
                "rule=team--tag",
                "rule=team%20tag",
                "rule=*",
                "rule=a&rule=b",
                "from=yesterday",
                "from=2026-11-23",
                "from=2026-11-23T12:00:00",
                "from=2026-11-23T12:00:00%2B01:00",
                "from=2026-11-23T12:00:00+00:00",
                "from=2026-02-30T12:00:00Z",
                "from=2026-11-23T25:00:00Z",
                "from=2026-11-23t12:00:00z",
                "from=%2B12026-11-23T12:00:00Z",
                "from=1795435200",
                "to=",
                "from=2026-11-23T12:00:00Z&to=2026-11-23T12:00:00Z",
                "from=2026-11-23T12:00:01Z&to=2026-11-23T12:00:00Z",
                "next=",
                "next=garbage",
                "next=%00",
                "next=AAAA&next=AAAA",
                "Limit=5",
                "page=2"
            })
    void refusesWhatIsNoQuery(String query) {
        ReceivedAnswer answer = get(query, JO);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().text("type"))
                .contains("urn:hyperpod-gateway:problem:malformed-request");
        assertThat(answer.body().items("findings"))
                .singleElement()
                .matches(finding ->
                        ((JsonObject) finding).text("rule").equals(Optional.of("query")));
        assertThat(list.scopes()).isEmpty();
    }

    @Test
    void refusesLongTextsInShortMessages() {
        for (String name :
                List.of("cluster", "principal", "outcome", "rule", "from", "limit", "next")) {
            ReceivedAnswer answer = get(name + "=" + "x".repeat(3_000), JO);
            assertThat(answer.status()).as(name).isEqualTo(400);
            assertThat(answer.body().toText()).as(name).hasSizeLessThan(1_000);
        }
        assertThat(get("principal=arn:" + "x".repeat(2_045), AUDITOR).status()).isEqualTo(400);
        assertThat(get("principal=arn:" + "x".repeat(2_044), AUDITOR).status()).isEqualTo(200);
        assertThat(get("principal=jwt:" + "x".repeat(300), JO).body().toText())
                .isEqualTo("{\"requests\":[]}");
    }

    @Test
    void reportsEverythingWrongAtOnce() {
        ReceivedAnswer answer =
                get(
                        "cluster=_&principal=x&outcome=x&from=x&to=x&limit=x&next=&next=&other=1&%zz",
                        JO);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().items("findings")).hasSize(9);
        assertThat(get("limit=x&next=garbage", JO).body().items("findings")).hasSize(2);
    }

    @Test
    void takesANextFromItsOwnCallerAndQueryAlone() {
        for (int i = 0; i < 5; i++) {
            refusal(i, JOS, "vision");
            refusal(10 + i, STRANGERS, "vision");
        }
        String query = "cluster=vision&from=2026-01-01T00:00:00Z";
        String next = get(query + "&limit=2", JO).body().text("next").orElseThrow();

        assertThat(get(query + "&limit=2&next=" + next, JO).status()).isEqualTo(200);
        assertThat(get(query + "&next=" + next, JO).status()).isEqualTo(200);
        assertThat(
                        get("next=" + next + "&from=2026-01-01T00:00:00.000Z&cluster=vision", JO)
                                .status())
                .isEqualTo(200);
        for (Identity other : List.of(STRANGER, AUDITOR)) {
            assertThat(get(query + "&next=" + next, other).status()).isEqualTo(400);
        }
        for (String another :
                List.of(
                        "",
                        "cluster=vision&",
                        query + "&outcome=created&",
                        query + "&rule=team-tag&",
                        query + "&to=2026-12-01T00:00:00Z&",
                        query.replace("from", "to") + "&",
                        query.replace("vision", "other") + "&",
                        query.replace("00Z", "01Z") + "&",
                        query + "&principal=" + encoded(JOS) + "&")) {
            assertThat(get(another + "next=" + next, JO).status()).as(another).isEqualTo(400);
        }
    }

    @Test
    void takesNoNextThatWasChanged() {
        for (int i = 0; i < 5; i++) refusal(i, JOS, "vision");
        String next = get("limit=2", JO).body().text("next").orElseThrow();
        assertThat(get("next=" + next, JO).status()).isEqualTo(200);

        for (int i = 0; i < next.length(); i++) {
            char other = next.charAt(i) == 'A' ? 'B' : 'A';
            String changed = next.substring(0, i) + other + next.substring(i + 1);
            assertThat(get("next=" + changed, JO).status()).as("at %d", i).isEqualTo(400);
        }
        for (String changed :
                List.of(next + "A", next + "=", next + "==", next.substring(1), "%20" + next)) {
            assertThat(get("next=" + changed, JO).status()).as(changed).isEqualTo(400);
        }
        char last = next.charAt(next.length() - 1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        char neighbour = alphabet.charAt(alphabet.indexOf(last) ^ 1);
        assertThat(get("next=" + next.substring(0, next.length() - 1) + neighbour, JO).status())
                .isEqualTo(400);
    }

    @Test
    void looksForTheCallerBeforeTheQuery() {
        assertThat(get("limit=x", new Unidentified("nobody")).status()).isEqualTo(401);
    }

    @Test
    void takesOnlyGet() {
        ReceivedAnswer answer = send("POST", "/requests", "", JO, () -> Duration.ofSeconds(28));

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).containsEntry("Allow", "GET");
        assertThat(send("GET", "/requests/", "", JO, () -> Duration.ofSeconds(28)).status())
                .isEqualTo(200);
    }

    @Test
    void reportsWhenTheRecordCannotBeRead() {
        intent(0, JOS);
        for (boolean index : List.of(true, false)) {
            admissionFixture.listing(new Failing(list, index));
            ReceivedAnswer answer = get("", JO);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body().text("type"))
                    .contains("urn:hyperpod-gateway:problem:audit-unavailable");
            assertThat(answer.headers()).containsKey("Retry-After");
        }
        assertThat(admissionFixture.telemetry.unread()).hasSize(2);
    }

    @Test
    void listsTheRequestsOfTokens() {
        String principal = "jwt:idp.example.com#jo+1@example.com";
        var subject = new TokenSubject(principal, "jo+1@example.com", "111122223333");
        refusal(1, principal, "vision");

        assertThat(ids(get("", subject))).containsExactly(id(1));
        assertThat(ids(get("principal=" + encoded(principal), AUDITOR))).containsExactly(id(1));
    }

    /// A list of which the index, or the events, cannot be read.
    private record Failing(RequestList list, boolean index) implements RequestList {

        @Override
        public ListingPage read(Scope scope, KeyRange range, int most, Duration budget) {
            if (index) throw failure();
            return list.read(scope, range, most, budget);
        }

        @Override
        public Map<String, JsonObject> lastEvents(Collection<String> ids, Duration budget) {
            throw failure();
        }

        private static AuditUnavailableException failure() {
            return new AuditUnavailableException("told to fail", new IllegalStateException());
        }
    }

    private List<String> readAll(String query, Identity identity, int limit) {
        var ids = new ArrayList<String>();
        var seen = new HashSet<String>();
        Optional<String> next = Optional.empty();
        do {
            String page = query + "&limit=" + limit + next.map(n -> "&next=" + n).orElse("");
            ReceivedAnswer answer = get(page, identity);
            assertThat(answer.status()).as(page).isEqualTo(200);
            assertThat(requests(answer)).hasSizeLessThanOrEqualTo(limit);
            ids.addAll(ids(answer));
            next = answer.body().text("next");
            next.ifPresent(token -> assertThat(seen.add(token)).isTrue());
        } while (next.isPresent());
        return ids;
    }

    private AuditEvent intent(int number, String principal) {
        AuditEvent intent =
                ListedRequestFixture.intent(id(number), at(number), principal, "vision");
        admissionFixture.log.intend(intent, BUDGET);
        return intent;
    }

    private void refusal(int number, String principal, String cluster) {
        admissionFixture.log.append(
                ListedRequestFixture.refusal(id(number), at(number), principal, cluster), BUDGET);
    }

    private void ruled(int number, String rules, String auditRules) {
        admissionFixture.log.append(
                AuditEvent.seal(
                        ListedRequestFixture.refusal(id(number), at(number), JOS, "vision")
                                .members()
                                .with("rules", Json.of(rules))
                                .with("auditRules", Json.of(auditRules))),
                BUDGET);
    }

    private static Instant at(int number) {
        return THEN.plusMillis(number);
    }

    private static String id(int number) {
        return ListedRequestFixture.id(Integer.toString(number));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<JsonObject> requests(ReceivedAnswer answer) {
        return answer.body().items("requests").stream().map(JsonObject.class::cast).toList();
    }

    private static List<String> ids(ReceivedAnswer answer) {
        return requests(answer).stream().map(it -> it.text("requestId").orElseThrow()).toList();
    }

    private void post(Identity identity) {
        assertThat(post(identity, AdmissionFixture.GOOD)).isEqualTo(201);
    }

    private int post(Identity identity, String body) {
        var request =
                request(
                        "POST",
                        "/clusters",
                        "",
                        Map.of("Content-Type", "application/json"),
                        body,
                        identity,
                        () -> Duration.ofSeconds(28));
        return door().answer(request, AdmissionFixture.context(identity)).answer().status();
    }

    private ReceivedAnswer get(String query, Identity identity) {
        return get(query, identity, () -> Duration.ofSeconds(28));
    }

    private ReceivedAnswer get(String query, Identity identity, Deadline deadline) {
        return send("GET", "/requests", query, identity, deadline);
    }

    private ReceivedAnswer send(
            String method, String path, String query, Identity identity, Deadline deadline) {
        RequestContext context = AdmissionFixture.context(identity);
        HttpAnswer answer =
                door().answer(
                                request(method, path, query, Map.of(), "", identity, deadline),
                                context)
                        .answer();
        assertThat(
                        Description.mistakes(
                                method, path, answer.status(), answer.headers(), answer.body()))
                .as("%s as described", query)
                .isEmpty();
        return ReceivedAnswer.of(answer);
    }

    private static HttpRequest request(
            String method,
            String path,
            String query,
            Map<String, String> headers,
            String body,
            Identity identity,
            Deadline deadline) {
        return new HttpRequest(
                method,
                path,
                query,
                new Headers(headers),
                RequestBody.of(body.getBytes(StandardCharsets.UTF_8)),
                identity,
                AdmissionFixture.context(identity).source(),
                deadline);
    }

    private HttpEndpoint door() {
        return new ExceptionBarrier(
                new Router(
                        admissionFixture.admission(),
                        admissionFixture.readAccess(),
                        new Health("0.0.0", "1", "0".repeat(64), () -> JsonObject.EMPTY),
                        admissionFixture.telemetry),
                admissionFixture.telemetry::internalError);
    }
}
