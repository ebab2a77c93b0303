package io.hyperpodgateway.admission.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.admission.ScriptedClusters;
import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.port.ClusterLookup;
import io.hyperpodgateway.admission.port.LookupFailedException;
import io.hyperpodgateway.admission.port.OpenIntentEntry;
import io.hyperpodgateway.admission.settlement.SettlementResult.Settled;
import io.hyperpodgateway.admission.settlement.SettlementResult.SettlementCause;
import io.hyperpodgateway.admission.settlement.SettlementResult.StillOpen;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.audit.EventType;
import io.hyperpodgateway.audit.FailingAuditLog;
import io.hyperpodgateway.audit.GatewayIdentity;
import io.hyperpodgateway.audit.InMemoryAuditLog;
import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.audit.RequestSource;
import io.hyperpodgateway.audit.SampleEvents;
import io.hyperpodgateway.http.Answers;
import io.hyperpodgateway.identity.Unidentified;
import io.hyperpodgateway.json.Json;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

class IntentSettlerTest {

    private static final String ID = "r-0123456789abcdef0123456789abcdef";
    private static final Instant INTENDED = Instant.parse("2026-11-23T10:00:00Z");
    private static final Duration BUDGET = Duration.ofSeconds(1);

    private final InMemoryAuditLog log = new InMemoryAuditLog();
    private final InMemoryOpenIntentStore store = new InMemoryOpenIntentStore(log);
    private final ScriptedClusters clusters = new ScriptedClusters();
    private final ManualClock clock = new ManualClock(INTENDED.plusSeconds(120));
    private final AuditEvent intent = SampleEvents.intent(ID);

    @BeforeEach
    void open() {
        log.intend(intent, BUDGET);
    }

    @Test
    void takesAClusterThatCarriesItsIdForItsOwn() {
        tagged(ID);

        AuditEvent event = settled(resolve());

        assertThat(event.type()).isEqualTo(EventType.RESOLVED);
        assertThat(event.sequence()).isEqualTo(2);
        assertThat(event.text("outcome")).contains("created");
        assertThat(event.text("clusterArn")).contains(ScriptedClusters.ARN);
        assertThat(event.text("clusterName")).contains("ml-1");
        assertThat(event.members().integer("httpStatus")).contains(201L);
        assertThat(event.text("previousSha256")).contains(intent.sha256());
        assertThat(event.text("principal")).isEmpty();
        assertThat(event.hashMatches()).isTrue();
        assertThat(log.events()).containsExactly(intent, event);
        assertThat(log.openIntents()).isEmpty();
    }

    @Test
    void takesAnOlderClusterThatCarriesItsIdForItsOwn() {
        clusters.put("ml-1", "InService", INTENDED.minusSeconds(3600), tag(ID));

        assertThat(settled(resolve()).text("outcome")).contains("created");
    }

    @ParameterizedTest
    @ValueSource(strings = {"r-ffffffffffffffffffffffffffffffff", "", "somebody"})
    void takesAClusterThatCarriesAnythingElseForAnothers(String value) {
        tagged(value);

        AuditEvent event = settled(resolve());

        assertThat(event.text("outcome")).contains("cluster-exists");
        assertThat(event.members().integer("httpStatus")).contains(409L);
        assertThat(event.text("clusterArn")).isEmpty();
        assertThat(event.text("findings").orElseThrow()).contains("\"rule\":\"cluster-exists\"");
        assertThat(log.openIntents()).isEmpty();
    }

    @Test
    void takesAClusterOlderThanTheIntentForAnothers() {
        clusters.put("ml-1", "InService", INTENDED.minusSeconds(60).minusMillis(1), Map.of());

        assertThat(settled(resolve()).text("outcome")).contains("cluster-exists");
    }

    @ParameterizedTest
    @ValueSource(longs = {-60, 0, 60, 86_400})
    void leavesAYoungClusterWithoutTagToAPerson(long secondsAfterTheIntent) {
        clusters.put("ml-1", "InService", INTENDED.plusSeconds(secondsAfterTheIntent), Map.of());
        clock.forward(Duration.ofDays(2));

        assertThat(kept(resolve())).isEqualTo(SettlementCause.UNTAGGED);
        assertThat(log.events()).containsExactly(intent);

        tagged(ID);
        assertThat(settled(resolve()).text("outcome")).contains("created");
    }

    @Test
    void leavesAClusterOfUnknownAgeWithoutTagToAPerson() {
        clusters.putOther("ml-1", Map.of("Team", "vision"));

        assertThat(kept(resolve())).isEqualTo(SettlementCause.UNTAGGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {ID, "r-ffffffffffffffffffffffffffffffff"})
    void settlesNothingByAClusterThatIsGoing(String tag) {
        clusters.put("ml-1", "Deleting", INTENDED.minusSeconds(3600), tag(tag));

        assertThat(kept(resolve())).isEqualTo(SettlementCause.DELETING);
        assertThat(log.openIntents()).containsExactly(intent);
    }

    @Test
    void leavesAnIntentToItsWriterForTwoMinutes() {
        tagged(ID);
        clock.set(INTENDED.plusSeconds(120).minusMillis(1));
        assertThat(kept(resolve())).isEqualTo(SettlementCause.YOUNG);
        assertThat(log.openIntents()).containsExactly(intent);

        clock.set(INTENDED.plusSeconds(120));
        assertThat(settled(resolve()).text("outcome")).contains("created");
    }

    @Test
    void takesAnIntentOfALaterTimeForAYoungOne() {
        tagged(ID);
        clock.set(INTENDED.minusSeconds(3600));

        assertThat(kept(resolve())).isEqualTo(SettlementCause.YOUNG);
    }

    @Test
    void countsNoAbsenceWithinAQuarterOfAnHour() {
        clock.set(INTENDED.plusSeconds(900).minusMillis(1));
        assertThat(kept(resolve())).isEqualTo(SettlementCause.ABSENT);
        assertThat(firstAbsence()).isEmpty();

        clock.set(INTENDED.plusSeconds(900));
        assertThat(kept(resolve())).isEqualTo(SettlementCause.ABSENT);
        assertThat(firstAbsence()).contains(INTENDED.plusSeconds(900));
    }

    @Test
    void takesTwoAbsencesAMinuteApartForNoCluster() {
        clock.set(INTENDED.plusSeconds(900));
        resolve();

        clock.forward(Duration.ofSeconds(60).minusMillis(1));
        assertThat(kept(resolve())).isEqualTo(SettlementCause.ABSENT);
        assertThat(firstAbsence()).contains(INTENDED.plusSeconds(900));

        clock.set(INTENDED.plusSeconds(960));
        AuditEvent event = settled(resolve());
        assertThat(event.text("outcome")).contains("not-created");
        assertThat(event.members().integer("httpStatus")).contains(503L);
        assertThat(event.text("findings").orElseThrow()).contains("absent at both looks");
        assertThat(log.openIntents()).isEmpty();
    }

    @Test
    void measuresTheMinuteFromTheEndOfTheFirstLookToTheBeginningOfTheSecond() {
        clock.set(INTENDED.plusSeconds(900));
        ClusterLookup slow =
                (_, _) -> {
                    clock.forward(Duration.ofSeconds(3));
                    return Optional.empty();
                };
        kept(resolve(log, slow, here()));
        assertThat(firstAbsence()).contains(INTENDED.plusSeconds(903));

        clock.set(INTENDED.plusSeconds(962));
        assertThat(kept(resolve(log, slow, here()))).isEqualTo(SettlementCause.ABSENT);
        clock.set(INTENDED.plusSeconds(963));
        assertThat(settled(resolve(log, slow, here())).text("outcome")).contains("not-created");
    }

    @Test
    void takesAClusterThatCameBetweenTwoLooks() {
        clock.set(INTENDED.plusSeconds(900));
        resolve();
        tagged(ID);
        clock.forward(Duration.ofMinutes(5));

        assertThat(settled(resolve()).text("outcome")).contains("created");
    }

    @ParameterizedTest
    @CsvSource({"us-east-1,111122223333", "eu-west-1,999999999999", "eu-west-1,"})
    void settlesNothingFromElsewhere(String region, String account) {
        tagged(ID);
        var context = visit(Optional.ofNullable(account));

        SettlementResult settlementResult =
                resolver(log, clusters, region).resolve(intent, context, () -> BUDGET);

        assertThat(kept(settlementResult)).isEqualTo(SettlementCause.ELSEWHERE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Problem.class,
            names = {"THROTTLED", "GATEWAY_MISCONFIGURED", "SAGEMAKER_UNAVAILABLE"})
    void settlesNothingWhenSageMakerDoesNotAnswer(Problem problem) {
        clock.forward(Duration.ofDays(1));
        clusters.failLookups(new LookupFailedException(problem, "no", new IllegalStateException()));

        assertThat(kept(resolve()))
                .isEqualTo(
                        problem == Problem.THROTTLED
                                ? SettlementCause.THROTTLED
                                : SettlementCause.UNSEEN);
        assertThat(firstAbsence()).isEmpty();
    }

    @Test
    void leavesOpenWhatCannotBeRecorded() {
        tagged(ID);
        AuditLog failing = FailingAuditLog.refusing(log, FailingAuditLog.LogMethod.CONCLUDE);

        assertThat(kept(resolve(failing, clusters, here()))).isEqualTo(SettlementCause.UNRECORDED);
        assertThat(log.openIntents()).containsExactly(intent);
    }

    @Test
    void answersWhatAnotherRecordedWhileItLooked() {
        AuditEvent winner = SampleEvents.outcome(intent, "created");
        ClusterLookup raced =
                (_, _) -> {
                    log.conclude(winner, BUDGET);
                    return Optional.empty();
                };
        clock.set(INTENDED.plusSeconds(900));

        assertThat(settled(resolve(log, raced, here()))).isEqualTo(winner);
    }

    @Test
    void answersTheWinnerOfTwoThatConclude() {
        AuditEvent winner = SampleEvents.outcome(intent, "rejected-by-sagemaker");
        log.conclude(winner, BUDGET);
        tagged(ID);

        assertThat(settled(resolve())).isEqualTo(winner);
        assertThat(log.events()).containsExactly(intent, winner);
    }

    @Test
    void waitsWithTheOneThatSawTheAbsenceFirst() {
        clock.set(INTENDED.plusSeconds(900));
        OpenIntentEntry entry = store.find(ID, BUDGET).orElseThrow();
        ClusterLookup raced =
                (_, _) -> {
                    store.keepFirstAbsence(entry, clock.instant(), BUDGET);
                    return Optional.empty();
                };

        assertThat(kept(resolve(log, raced, here()))).isEqualTo(SettlementCause.ABSENT);
    }

    @Test
    void settlesNothingByAnIntentThatWasChanged() {
        tagged(ID);
        var changed =
                new AuditEvent(
                        intent.members().with("clusterName", Json.of("ml-2")), Optional.empty());

        assertThat(
                        kept(
                                resolver(log, clusters, "eu-west-1")
                                        .resolve(changed, here(), () -> BUDGET)))
                .isEqualTo(SettlementCause.BROKEN);
    }

    @ParameterizedTest
    @CsvSource({"at,yesterday", "type,COMPLETED", "type,NONSENSE"})
    void settlesNothingByWhatIsNoIntent(String attribute, String value) {
        AuditEvent sealed =
                AuditEvent.seal(SampleEvents.intentAttributes(ID).with(attribute, Json.of(value)));

        assertThat(kept(resolver(log, clusters, "eu-west-1").resolve(sealed, here(), () -> BUDGET)))
                .isEqualTo(SettlementCause.BROKEN);
    }

    @Test
    void reportsAnIntentWhoseOpenItemIsGone() {
        AuditEvent unlisted = SampleEvents.intent("r-ffffffffffffffffffffffffffffffff");
        log.append(unlisted, BUDGET);
        clock.set(INTENDED.plusSeconds(900));

        SettlementResult settlementResult =
                resolver(log, clusters, "eu-west-1")
                        .resolve(unlisted, here(unlisted.requestId()), () -> BUDGET);

        assertThat(kept(settlementResult)).isEqualTo(SettlementCause.BROKEN);
    }

    @Test
    void answersAReplayWithTheEventOrNothing() {
        IntentSettler settler = resolver(log, clusters, "eu-west-1");
        assertThat(settler.settle(intent, here(), () -> BUDGET)).isEmpty();

        tagged(ID);
        assertThat(settler.settle(intent, here(), () -> BUDGET).orElseThrow().text("outcome"))
                .contains("created");
    }

    private SettlementResult resolve() {
        return resolve(log, clusters, here());
    }

    private SettlementResult resolve(
            AuditLog record, ClusterLookup lookup, RequestContext context) {
        return resolver(record, lookup, "eu-west-1").resolve(intent, context, () -> BUDGET);
    }

    private IntentSettler resolver(AuditLog record, ClusterLookup lookup, String region) {
        var gatewayIdentity = new GatewayIdentity("hyperpod-gateway", region, "0.0.0");
        return new IntentSettler(record, store, lookup, gatewayIdentity, Answers::status, clock);
    }

    private RequestContext here() {
        return here(ID);
    }

    private RequestContext here(String requestId) {
        return visit(Optional.of("111122223333")).withRequestId(requestId);
    }

    private RequestContext visit(Optional<String> account) {
        var source =
                new RequestSource(
                        account,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("lambda-1"));
        return new RequestContext(ID, new Unidentified("nobody"), source, clock.instant());
    }

    private void tagged(String value) {
        clusters.put("ml-1", "Creating", INTENDED.plusSeconds(1), tag(value));
    }

    private static Map<String, String> tag(String value) {
        return Map.of(ClusterOwnership.TAG, value, "Team", "vision");
    }

    private Optional<Instant> firstAbsence() {
        return store.find(ID, BUDGET).orElseThrow().firstAbsentAt();
    }

    private static AuditEvent settled(SettlementResult settlementResult) {
        assertThat(settlementResult).isInstanceOf(Settled.class);
        return ((Settled) settlementResult).event();
    }

    private static SettlementCause kept(SettlementResult settlementResult) {
        assertThat(settlementResult).isInstanceOf(StillOpen.class);
        return ((StillOpen) settlementResult).cause();
    }
}
