package io.hyperpodgateway.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.LargestRequest;
import io.hyperpodgateway.audit.SampleEvents;
import io.hyperpodgateway.audit.digest.Anchor;
import io.hyperpodgateway.audit.digest.Digest;
import io.hyperpodgateway.audit.digest.DigestPage;
import io.hyperpodgateway.audit.digest.DigestRun;
import io.hyperpodgateway.audit.digest.Hour;
import io.hyperpodgateway.audit.digest.HourlyEvents;
import io.hyperpodgateway.audit.digest.InMemoryRecord;
import io.hyperpodgateway.audit.verify.Verdict.Status;
import io.hyperpodgateway.json.CanonicalJson;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

class AuditVerifierTest {

    private static final Hour TEN = Hour.parse("2026-11-23T10").orElseThrow();
    private static final String ONE = "REQUEST#r-1";
    private static final String FIRST = "EVENT#0001";
    private static final String SECOND = "EVENT#0002";

    private final InMemoryRecord record = new InMemoryRecord();
    private Anchor root = new Anchor(TEN, "0".repeat(64));
    private Instant now = TEN.start();

    /// Three requests over two hours, the first with two events; digests of both hours and the
    /// next.
    @BeforeEach
    void keepARecord() {
        AuditEvent intent = HourlyEvents.intent(TEN, "r-1");
        record.put(intent);
        record.put(HourlyEvents.outcome(TEN, intent));
        record.put(HourlyEvents.intent(TEN, "r-2"));
        record.put(HourlyEvents.intent(TEN.plus(1), "r-3"));
        digest(TEN.plus(3));
        root = Anchor.of(record.of(TEN.plus(2)).orElseThrow());
    }

    @Test
    void saysOkOfARecordAsItWasWritten() {
        Verdict verdict = verify(root);

        assertThat(verdict.status()).isEqualTo(Status.OK);
        assertThat(verdict.toLine())
                .isEqualTo(
                        "OK: 4 events (0 reduced, 0 not yet in a digest) of 3 requests, 3 digests,"
                                + " the newest 0 h 15 min old, 0 of them after the root of"
                                + " 2026-11-23T12 that is kept outside, 0 h 15 min old");
        assertThat(verdict.events()).isEqualTo(4);
        assertThat(verdict.requests()).isEqualTo(3);
        assertThat(verdict.digests()).isEqualTo(3);
        assertThat(verdict.pending()).isZero();
    }

    @Test
    void saysHowOldTheNewestDigestAndTheRootAre() {
        root = Anchor.of(record.of(TEN).orElseThrow());
        now = now.plus(Duration.ofHours(30));

        assertThat(verify(root).toLine())
                .contains("the newest 30 h 15 min old")
                .endsWith("of 2026-11-23T10 that is kept outside, 32 h 15 min old");
        assertThat(verify().toLine()).endsWith("3 digests, the newest 30 h 15 min old");
    }

    @Test
    void saysUnanchoredWithoutARoot() {
        Verdict verdict = verify();

        assertThat(verdict.status()).isEqualTo(Status.UNANCHORED);
        assertThat(verdict.toLine()).startsWith("consistent, unanchored");
    }

    @Test
    void takesAnOlderRootAndCountsWhatCameAfter() {
        assertThat(verify(Anchor.of(record.of(TEN).orElseThrow())).afterAnchor()).isEqualTo(2);
    }

    @Test
    void countsEventsThatHaveNoDigestYet() {
        record.put(HourlyEvents.intent(TEN.plus(3), "r-4"));

        assertThat(verify(root).status()).isEqualTo(Status.OK);
        assertThat(verify(root).pending()).isEqualTo(1);
    }

    @Test
    void saysUnanchoredOfAnEmptyTable() {
        Verdict verdict =
                AuditVerifier.verify(
                        new InMemoryRecordTable(new InMemoryRecord()), List.of(), clock(), _ -> {});

        assertThat(verdict.status()).isEqualTo(Status.UNANCHORED);
        assertThat(verdict.events()).isZero();
    }

    @Test
    void eventsThatAreLateAreNeitherMissingNorAlarming() {
        record.put(HourlyEvents.intent(TEN, "r-late"));
        digest(TEN.plus(4));

        assertThat(verify(root).failures()).isEmpty();
    }

    @Test
    void namesAnEventThatWasChanged() {
        record.put(item(ONE, FIRST).with("clusterName", Json.of("another")));

        assertThat(failures()).containsExactly("CHANGED REQUEST#r-1 EVENT#0001");
    }

    @Test
    void namesAnEventThatWasChangedAndSealedAgain() {
        record.put(sealed(item(ONE, SECOND).with("outcome", Json.of("cluster-exists"))));

        assertThat(failures()).containsExactly("CHANGED REQUEST#r-1 EVENT#0002");
    }

    @Test
    void namesAnEventWhoseFollowerNoLongerFollows() {
        record.put(sealed(item(ONE, FIRST).with("clusterName", Json.of("another"))));

        assertThat(failures())
                .containsExactlyInAnyOrder(
                        "UNCHAINED REQUEST#r-1 EVENT#0002", "CHANGED REQUEST#r-1 EVENT#0001");
    }

    @Test
    void namesAnEventThatWasMovedToAnHourWithoutDigest() {
        Hour later = TEN.plus(9);
        record.put(
                sealed(
                        item("REQUEST#r-2", FIRST)
                                .with("hour", Json.of(later.toString()))
                                .with("at", Json.of(later + ":30:00.000Z"))));

        assertThat(failures()).containsExactly("CHANGED REQUEST#r-2 EVENT#0001");
    }

    @Test
    void namesAnEventWhoseHourIsNotItsTimes() {
        record.put(sealed(item("REQUEST#r-2", FIRST).with("hour", Json.of("2027-01-01T00"))));

        assertThat(failures()).containsExactly("CHANGED REQUEST#r-2 EVENT#0001");
    }

    @Test
    void namesEventsThatWereRemoved() {
        record.remove(ONE, FIRST);
        record.remove("REQUEST#r-3", FIRST);

        assertThat(failures())
                .containsExactlyInAnyOrder(
                        "REMOVED REQUEST#r-1 EVENT#0001", "REMOVED REQUEST#r-3 EVENT#0001");
    }

    @Test
    void namesARequestThatWasCutShort() {
        record.remove(ONE, SECOND);

        assertThat(failures()).containsExactly("REMOVED REQUEST#r-1 EVENT#0002");
    }

    @Test
    void namesAnEventThatWasAddedAfterTwoDays() {
        digest(TEN.plus(49));
        record.put(HourlyEvents.intent(TEN.plus(1), "r-late"));
        record.put(HourlyEvents.intent(TEN, "r-added"));

        assertThat(failures()).containsExactly("ADDED REQUEST#r-added EVENT#0001");
        assertThat(verify(root).pending()).isEqualTo(1);
    }

    @Test
    void namesEventsThatChangedPlaces() {
        JsonObject first = item(ONE, FIRST);
        JsonObject second = item(ONE, SECOND);
        record.put(first.with("sk", Json.of(SECOND)));
        record.put(second.with("sk", Json.of(FIRST)));

        assertThat(failures())
                .contains("REORDERED REQUEST#r-1 EVENT#0001", "REORDERED REQUEST#r-1 EVENT#0002")
                .allMatch(failure -> failure.contains("REQUEST#r-1"));
    }

    @Test
    void namesEventsOfTwoRequestsThatWereSwapped() {
        JsonObject two = item("REQUEST#r-2", FIRST);
        JsonObject three = item("REQUEST#r-3", FIRST);
        record.put(two.with("pk", Json.of("REQUEST#r-3")));
        record.put(three.with("pk", Json.of("REQUEST#r-2")));

        assertThat(failures())
                .containsExactlyInAnyOrder(
                        "CHANGED REQUEST#r-2 EVENT#0001", "CHANGED REQUEST#r-3 EVENT#0001");
    }

    @Test
    void holdsTheRequestBesideItsEventAgainstItsHash() {
        AuditEvent large = large("r-5");
        record.put(large);
        assertThat(verify(root).failures()).isEmpty();

        record.put(item("REQUEST#r-5", "EVENT#0001#request").with("request", Json.of("{\"a\":1}")));
        assertThat(failures()).containsExactly("CHANGED REQUEST#r-5 EVENT#0001#request");

        record.remove("REQUEST#r-5", "EVENT#0001#request");
        assertThat(failures()).containsExactly("REMOVED REQUEST#r-5 EVENT#0001#request");
    }

    @Test
    void namesARequestBesideAnEventThatHasNone() {
        record.put(
                JsonObject.of("pk", Json.of(ONE))
                        .with("sk", Json.of("EVENT#0001#request"))
                        .with("request", Json.of("{}")));

        assertThat(failures()).containsExactly("ADDED REQUEST#r-1 EVENT#0001#request");
    }

    @Test
    void distinguishesReducedEvents() {
        record.put(large("r-6").reduced(UnaryOperator.identity()));

        Verdict verdict = verify(root);

        assertThat(verdict.failures()).isEmpty();
        assertThat(verdict.reduced()).isEqualTo(1);
    }

    @Test
    void distinguishesEventsWhoseRequestWasTooLarge() {
        record.put(
                AuditEvent.seal(
                        SampleEvents.refusal("r-6", "policy-denied")
                                .members()
                                .with("listKey", Json.of("2026-11-23T10:00:00.000Z#r-6"))
                                .with("day", Json.of("2026-11-23"))
                                .with("bodySha256", Json.of("0".repeat(64)))
                                .with("requestSize", Json.of(40_000))));

        Verdict verdict = verify(root);

        assertThat(verdict.failures()).isEmpty();
        assertThat(verdict.oversized()).isEqualTo(1);
        assertThat(verdict.reduced()).isZero();
        assertThat(verdict.toLine()).contains("(0 reduced, 1 without a request over 32 KiB, ");
    }

    @Test
    void namesItemsThatTheGatewayNeverWrites() {
        record.put(JsonObject.of("pk", Json.of("NOTE#1")).with("sk", Json.of("x")));
        record.put(JsonObject.of("pk", Json.of(ONE)).with("sk", Json.of("EVENT#1")));
        record.put(JsonObject.of("pk", Json.of(Digest.PK)).with("sk", Json.of("note")));

        assertThat(failures())
                .containsExactlyInAnyOrder(
                        "UNKNOWN NOTE#1 x", "UNKNOWN REQUEST#r-1 EVENT#1", "UNKNOWN DIGEST note");
    }

    @Test
    void namesADigestThatWasChanged() {
        record.put(digestItem(TEN).with("at", Json.of("2026-11-23T11:16:00Z")));

        assertThat(failures()).containsExactly("DIGEST 2026-11-23T10Z");
    }

    @Test
    void namesADigestWhosePagesAreNotItsOwn() {
        String sk = DigestPage.sk(TEN, 1);
        JsonObject page = item(Digest.PK, sk);
        record.remove(Digest.PK, sk);
        assertThat(verify(root).failures())
                .anySatisfy(failure -> assertThat(failure.place()).isEqualTo("2026-11-23T10Z#"));

        record.put(page.with("note", Json.of("x")));
        assertThat(failures()).contains("DIGEST " + sk);

        record.put(page);
        record.put(page.with("sk", Json.of(DigestPage.sk(TEN, 2))));
        assertThat(failures()).contains("DIGEST 2026-11-23T10Z#");
    }

    @Test
    void namesADigestThatIsMissing() {
        record.remove(Digest.PK, Digest.sk(TEN.plus(1)));

        assertThat(failures())
                .contains("DIGEST 2026-11-23T11Z", "DIGEST 2026-11-23T11Z#0001")
                .contains("DIGEST 2026-11-23T12Z");
    }

    @Test
    void namesDigestsThatWereCutOff() {
        record.remove(Digest.PK, Digest.sk(TEN.plus(2)));

        assertThat(failures()).containsExactly("ANCHOR 2026-11-23T12Z");
        assertThat(verify().status()).as("no root, no finding").isEqualTo(Status.UNANCHORED);
    }

    @Test
    void leavesADigestInTheMakingAlone() {
        record.put(
                new DigestPage(
                                TEN.plus(3),
                                1,
                                List.of(
                                        HourlyEvents.entry(
                                                HourlyEvents.intent(TEN.plus(3), "r-9"))))
                        .members());

        assertThat(verify(root).status()).isEqualTo(Status.OK);
    }

    @Test
    void findsAChainThatWasRebuiltByTheRootAlone() {
        record.put(sealed(item("REQUEST#r-2", FIRST).with("clusterName", Json.of("another"))));
        for (Hour hour : List.of(TEN, TEN.plus(1), TEN.plus(2))) {
            record.remove(Digest.PK, Digest.sk(hour));
            record.remove(Digest.PK, DigestPage.sk(hour, 1));
        }
        digest(TEN.plus(3));

        assertThat(verify().status()).isEqualTo(Status.UNANCHORED);
        assertThat(failures()).containsExactly("ANCHOR 2026-11-23T12Z");
    }

    @Test
    void findsAGrossLateListing() {
        record.remove(Digest.PK, Digest.sk(TEN.plus(2)));
        AuditEvent old = HourlyEvents.intent(TEN.plus(-60), "r-old");
        record.put(old);
        var page = new DigestPage(TEN.plus(2), 1, List.of(HourlyEvents.entry(old)));
        record.put(page);
        Digest forged =
                Digest.seal(
                        TEN.plus(2), record.of(TEN.plus(1)), List.of(page), TEN.plus(3).start());
        record.put(forged);

        assertThat(verify(Anchor.of(forged)).failures())
                .extracting(failure -> failure.kind() + " " + failure.place())
                .containsExactly("DIGEST 2026-11-23T12Z");
    }

    @Test
    void looksAgainAtARequestThatWasWrittenToMeanwhile() {
        var behind = new InMemoryRecord();
        record.items().forEach(behind::put);
        behind.remove(ONE, FIRST);
        RecordTable table =
                new RecordTable() {
                    @Override
                    public void partition(String pk, Consumer<StoredItem> each) {
                        new InMemoryRecordTable(record).partition(pk, each);
                    }

                    @Override
                    public void scan(Consumer<StoredItem> each) {
                        new InMemoryRecordTable(behind).scan(each);
                    }
                };

        assertThat(AuditVerifier.verify(table, List.of(root), clock(), _ -> {}).status())
                .isEqualTo(Status.OK);
    }

    @Test
    void reportsItsProgress() {
        var progress = new ArrayList<Long>();

        AuditVerifier.verify(new InMemoryRecordTable(record), List.of(), clock(), progress::add);

        assertThat(progress).isSorted().endsWith((long) record.items().size());
    }

    @Test
    void escapesWhatWouldChangeHowItsLineReads() {
        record.put(JsonObject.of("pk", Json.of("A\u202E\n")).with("sk", Json.of("x")));

        assertThat(verify(root).failures().getFirst())
                .hasToString("unknown A\\u{202e}\\u{a} x: the gateway writes no such item");
    }

    private List<String> failures() {
        return verify(root).failures().stream()
                .map(failure -> failure.kind() + " " + failure.place())
                .toList();
    }

    private Verdict verify(Anchor... anchors) {
        return AuditVerifier.verify(
                new InMemoryRecordTable(record), List.of(anchors), clock(), _ -> {});
    }

    private void digest(Hour hour) {
        now = hour.start().plusSeconds(900);
        new DigestRun(record, record, clock()).run(() -> true);
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private JsonObject item(String pk, String sk) {
        return record.item(pk, sk);
    }

    private JsonObject digestItem(Hour hour) {
        return item(Digest.PK, Digest.sk(hour));
    }

    private static JsonObject sealed(JsonObject item) {
        JsonObject unsealed = item.without("sha256");
        return unsealed.with("sha256", Json.of(CanonicalJson.sha256(unsealed)));
    }

    /// An intent, without a digest yet, whose request is an item of its own.
    private static AuditEvent large(String requestId) {
        String text = LargestRequest.text();
        return AuditEvent.seal(
                SampleEvents.intent(requestId, text, text)
                        .whole()
                        .with("at", Json.of("2026-11-23T13:00:00.000Z"))
                        .with("hour", Json.of("2026-11-23T13"))
                        .with("listKey", Json.of("2026-11-23T13:00:00.000Z#" + requestId)));
    }
}
