package io.hyperpodgateway.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.EventType;
import io.hyperpodgateway.audit.EventWriter;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/// Items forged by somebody who can compute hashes: each with a valid `sha256`, and with the newest
/// root outside the table.
class ForgedHistoryTest {

    private static final Hour TEN = Hour.parse("2026-11-23T10").orElseThrow();
    private static final Hour NEXT = TEN.plus(4);
    private static final String NEXT_AT = "2026-11-23T14:05:22.000Z";

    private final InMemoryRecord record = new InMemoryRecord();
    private Instant now = TEN.start();
    private Anchor root = new Anchor(TEN, "0".repeat(64));

    /// One request that created a cluster, one that failed, one that was refused and one that is
    /// open; all in digests of that hour and the three after it.
    @BeforeEach
    void keepARecord() {
        AuditEvent made = HourlyEvents.intent(TEN, "r-made");
        record.put(made);
        record.put(HourlyEvents.outcome(TEN, made));
        AuditEvent failed = HourlyEvents.intent(TEN, "r-failed");
        record.put(failed);
        record.put(
                sealed(
                        HourlyEvents.outcome(TEN, failed)
                                .members()
                                .with("outcome", Json.of("throttled"))));
        record.put(
                sealed(
                        HourlyEvents.intent(TEN, "r-refused")
                                .members()
                                .with("type", Json.of("REFUSED"))
                                .with("outcome", Json.of("policy-denied"))));
        record.put(HourlyEvents.intent(TEN, "r-open"));
        digestsUpTo(NEXT);
        root = Anchor.of(record.of(NEXT.plus(-1)).orElseThrow());
        assertThat(verdict().status()).isEqualTo(Status.OK);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T14:05:22.000Z, 2026-11-23T14:05",
        "2026-11-23T14:05:22.000Z, 2026-11-23T14:",
        "2026-11-23T14:05:22.000Z, 2026-11-23T1",
        "2026-11-23T14:05:22.000Z, 2026-11-23T13",
        "2026-11-23T25:05:22.000Z, 2026-11-23T25",
        "2026-11-31T10:05:22.000Z, 2026-11-31T10",
        "2026-11-23T14:05:22Z, 2026-11-23T14",
        "2026-11-23T14:05:22.000000Z, 2026-11-23T14",
        "2026-11-23T14:05:22.000+00:00, 2026-11-23T14",
        "2026-11-23T14:05:60.000Z, 2026-11-23T14",
        "2026-11-23T24:00:00.000Z, 2026-11-23T24",
        "+12026-11-23T14:05:22.000Z, +12026-11-23T",
        "-0026-11-23T14:05:22.000Z, -0026-11-23T1",
        "-999999999-01-01T00:00:00.000Z, -999999999-01",
        "2026-11-23T14, 2026-11-23T14",
        "2026-11-23T14:, 2026-11-23T14",
        "'', ''",
    })
    void namesAnEventWhoseTimeOrHourIsNone(String at, String hour) {
        record.put(
                sealed(
                        first("r-forged", at)
                                .with("hour", Json.of(hour))
                                .with("day", Json.of(at.substring(0, Math.min(10, at.length()))))));

        assertThat(failures()).containsExactly("CHANGED REQUEST#r-forged EVENT#0001");
    }

    @Test
    void namesAnEventWithoutTimeOrHour() {
        record.put(sealed(first("r-timeless", NEXT_AT).without("at")));
        record.put(sealed(first("r-hourless", NEXT_AT).without("hour")));
        record.put(sealed(first("r-numbered", NEXT_AT).with("at", Json.of(1))));

        assertThat(failures())
                .containsExactly(
                        "CHANGED REQUEST#r-hourless EVENT#0001",
                        "CHANGED REQUEST#r-numbered EVENT#0001",
                        "CHANGED REQUEST#r-timeless EVENT#0001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2999-01-01T10:15:22.000Z", "2026-11-23T15:00:00.000Z"})
    void namesAnEventOfTheFuture(String at) {
        record.put(sealed(first("r-forged", at)));

        assertThat(failures()).containsExactly("ADDED REQUEST#r-forged EVENT#0001");
    }

    @Test
    void allowsTheGatewaysClockToBeFiveMinutesAhead() {
        record.put(sealed(first("r-1", "2026-11-23T15:00:00.000Z")));

        now = Instant.parse("2026-11-23T14:55:00Z");
        assertThat(failures()).isEmpty();

        now = now.minusMillis(1);
        assertThat(failures()).containsExactly("ADDED REQUEST#r-1 EVENT#0001");
    }

    @Test
    void namesAFutureEventThatAFutureDigestLists() {
        record.put(HourlyEvents.intent(TEN.plus(30), "r-forged"));
        Instant honest = now;
        digestsUpTo(TEN.plus(32));
        now = honest;

        assertThat(failures())
                .contains("ADDED REQUEST#r-forged EVENT#0001", "DIGEST 2026-11-24T16Z");
    }

    @ParameterizedTest
    @CsvSource({
        "r-refused, RESOLVED, created",
        "r-refused, COMPLETED, created",
        "r-refused, INTENDED, ''",
        "r-refused, REFUSED, policy-denied",
        "r-made, RESOLVED, not-created",
        "r-made, COMPLETED, created",
        "r-made, INTENDED, ''",
        "r-made, REFUSED, policy-denied",
        "r-failed, COMPLETED, created",
        "r-failed, RESOLVED, created",
        "r-failed, DRY_RUN, would-create",
        "r-open, INTENDED, ''",
        "r-open, REFUSED, policy-denied",
        "r-open, DRY_RUN, would-create",
        "r-open, DELETED, created",
    })
    void namesAnEventThatCannotFollow(String requestId, String type, String outcome) {
        String place = follow(requestId, type, outcome, NEXT_AT);

        assertThat(failures()).containsExactly("CHANGED " + place);
    }

    @ParameterizedTest
    @CsvSource({"r-failed, INTENDED", "r-open, COMPLETED", "r-open, RESOLVED"})
    void takesAnEventThatMayFollow(String requestId, String type) {
        follow(requestId, type, "rejected-by-sagemaker", NEXT_AT);

        assertThat(verdict().failures()).isEmpty();
        assertThat(verdict().pending()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"COMPLETED", "RESOLVED", "PLANNED", "intended", ""})
    void namesAFirstEventThatIsNone(String type) {
        record.put(sealed(first("r-forged", NEXT_AT).with("type", Json.of(type))));

        assertThat(failures()).containsExactly("CHANGED REQUEST#r-forged EVENT#0001");
    }

    @Test
    void namesAnEventOnAnOldRequestThatNoDigestListsWithinTwoDays() {
        String place = follow("r-failed", "INTENDED", "", NEXT_AT);
        now = Instant.parse(NEXT_AT).plus(Duration.ofHours(48)).minusMillis(1);
        assertThat(failures()).isEmpty();

        now = now.plusMillis(1);
        assertThat(failures()).containsExactly("ADDED " + place);
    }

    @Test
    void leavesRequestsToTheNextDigestThatNoneListsYet() {
        AuditEvent intent = HourlyEvents.intent(NEXT, "r-new");
        record.put(intent);
        record.put(HourlyEvents.outcome(NEXT, intent));
        now = now.plus(Duration.ofDays(5));

        assertThat(failures()).isEmpty();
        assertThat(verdict().pending()).isEqualTo(2);
        assertThat(verdict().toLine()).contains("2 not yet in a digest", "the newest 120 h 15 min");
    }

    @Test
    void namesAGapAndNoOrderAcrossIt() {
        JsonObject third =
                next("r-open", EventType.RESOLVED.name(), "created", NEXT_AT)
                        .with("sk", Json.of("EVENT#0003"))
                        .with("sequence", Json.of(3));
        record.put(sealed(third));

        assertThat(failures()).containsExactly("REMOVED REQUEST#r-open EVENT#0002");
    }

    @Test
    void namesAnEventWithoutAnythingBeforeIt() {
        record.put(
                sealed(
                        first("r-forged", NEXT_AT)
                                .with("sk", Json.of("EVENT#0002"))
                                .with("sequence", Json.of(2))
                                .without("listKey")
                                .without("day")));

        assertThat(failures()).containsExactly("REMOVED REQUEST#r-forged EVENT#0001");
    }

    @ParameterizedTest
    @CsvSource({
        "listKey, 2026-11-23T14:05:22.000Z#r-other",
        "listKey, 2026-11-20T14:05:22.000Z#r-forged",
        "day, 2026-11-22",
        "day, 2026-11",
        "requestId, r-made"
    })
    void namesAFirstEventThatListsWouldShowElsewhere(String attribute, String value) {
        record.put(sealed(first("r-forged", NEXT_AT).with(attribute, Json.of(value))));

        assertThat(failures()).containsExactly("CHANGED REQUEST#r-forged EVENT#0001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"listKey", "day", "requestId"})
    void namesAFirstEventThatListsWouldNotShow(String attribute) {
        record.put(sealed(first("r-forged", NEXT_AT).without(attribute)));

        assertThat(failures()).containsExactly("CHANGED REQUEST#r-forged EVENT#0001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"listKey", "day"})
    void namesALaterEventThatListsWouldShow(String attribute) {
        JsonObject outcome = next("r-open", "COMPLETED", "created", NEXT_AT);
        record.put(sealed(outcome.with(attribute, Json.of("2026-11-23"))));

        assertThat(failures()).containsExactly("CHANGED REQUEST#r-open EVENT#0002");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EVENT#0001#request#1",
                "EVENT#00001",
                "EVENT#0000",
                "EVENT#1",
                "EVENT",
                "event#0001",
                "NOTE",
                "EVENT#0001#body"
            })
    void namesAnItemOfARequestThatIsNeitherEventNorItsRequest(String sk) {
        record.put(sealed(first("r-made", NEXT_AT).with("sk", Json.of(sk))));

        assertThat(failures()).containsExactly("UNKNOWN REQUEST#r-made " + sk);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REQUEST#", "REQUEST#r ", "REQUEST#r-\u00e9", "request#r-1", "REQUEST"})
    void namesAnEventOfAPartitionThatNoDigestWouldList(String pk) {
        record.put(
                sealed(
                        first(pk.substring(Math.min(pk.length(), 8)), NEXT_AT)
                                .with("pk", Json.of(pk))));

        assertThat(failures()).containsExactly("UNKNOWN %s EVENT#0001".formatted(pk));
    }

    @Test
    void namesADigestsPageInTheMakingThatIsNone() {
        String sk = DigestPage.sk(NEXT, 1);
        record.put(
                JsonObject.of("pk", Json.of(Digest.PK))
                        .with("sk", Json.of(sk))
                        .with("events", Json.of("[[1]]")));

        assertThat(failures()).containsExactly("DIGEST " + sk);
    }

    @Test
    void namesADigestOfTheFuture() {
        Instant honest = now;
        digestsUpTo(NEXT.plus(3));
        now = honest;

        assertThat(failures()).containsExactly("DIGEST 2026-11-23T15Z", "DIGEST 2026-11-23T16Z");
    }

    private String follow(String requestId, String type, String outcome, String at) {
        JsonObject item = sealed(next(requestId, type, outcome, at));
        record.put(item);
        return item.text("pk").orElseThrow() + " " + item.text("sk").orElseThrow();
    }

    /// The event after a request's last, chained to it.
    private JsonObject next(String requestId, String type, String outcome, String at) {
        JsonObject last = record.items("REQUEST#" + requestId).getLast();
        int sequence = Math.toIntExact(last.integer("sequence").orElseThrow()) + 1;
        return first(requestId, at)
                .without("listKey")
                .without("day")
                .with("sk", Json.of(EventWriter.sk(sequence)))
                .with("sequence", Json.of(sequence))
                .with("type", Json.of(type))
                .with("outcome", Json.of(outcome))
                .with("previousSha256", last.get("sha256"));
    }

    /// A request's intent of that time.
    private static JsonObject first(String requestId, String at) {
        return HourlyEvents.intent(NEXT, requestId)
                .members()
                .with("at", Json.of(at))
                .with("hour", Json.of(at.substring(0, Math.min(13, at.length()))))
                .with("day", Json.of(at.substring(0, Math.min(10, at.length()))))
                .with("listKey", Json.of(at + "#" + requestId));
    }

    private static JsonObject sealed(JsonObject item) {
        JsonObject unsealed = item.without("sha256");
        return unsealed.with("sha256", Json.of(CanonicalJson.sha256(unsealed)));
    }

    private void digestsUpTo(Hour hour) {
        now = hour.start().plusSeconds(900);
        new DigestRun(record, record, clock()).run(() -> true);
    }

    private List<String> failures() {
        return verdict().failures().stream()
                .map(failure -> failure.kind() + " " + failure.place())
                .toList();
    }

    private Verdict verdict() {
        return AuditVerifier.verify(
                new InMemoryRecordTable(record), List.of(root), clock(), _ -> {});
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
