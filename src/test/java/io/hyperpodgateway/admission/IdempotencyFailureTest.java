package io.hyperpodgateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.admission.outcome.Conclusion;
import io.hyperpodgateway.admission.outcome.Outcome.Created;
import io.hyperpodgateway.admission.outcome.Outcome.Refused;
import io.hyperpodgateway.admission.outcome.Outcomes;
import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.port.CreationResult;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.EventType;
import io.hyperpodgateway.audit.FailingAuditLog;
import io.hyperpodgateway.audit.FailingAuditLog.LogMethod;
import io.hyperpodgateway.audit.RacedAuditLog;
import io.hyperpodgateway.audit.SlowAuditLog;
import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Requests under a key that come too early, at the same time, or when the record is unavailable.
class IdempotencyFailureTest {

    private static final String WARNING_OF_NAMES =
            """
              - id: warned-names
                enforcement: warn
                check: {clusterName: {pattern: "prod-.*"}}
            """;

    private final AdmissionFixture admissionFixture = new AdmissionFixture();
    private final ScriptedClusters clusters = admissionFixture.clusters;
    private final KeyedRequests keyedRequests = new KeyedRequests(admissionFixture);

    @Test
    void saysThatARequestIsInProgressForTwoMinutes() {
        leaveOpen();
        admissionFixture.advance(Duration.ofMinutes(2).minusMillis(1));

        Conclusion second = keyedRequests.admit(AdmissionFixture.GOOD);

        Refused refused = (Refused) second.outcome();
        assertThat(refused.id()).isEqualTo("request-in-progress");
        assertThat(refused.refusal().about()).contains(KeyedRequests.ID);
        assertThat(second.context().requestId()).isEqualTo(keyedRequests.lastRequestId());
        assertThat(second.replayed()).isFalse();
        assertThat(keyedRequests.events(keyedRequests.lastRequestId()))
                .singleElement()
                .matches(event -> event.type() == EventType.REFUSED);
        assertThat(keyedRequests.types()).containsExactly(EventType.INTENDED);
        assertThat(clusters.requests()).hasSize(1);
    }

    @Test
    void saysThatTheOutcomeIsUnknownAfterwardsAndRecordsNothing() {
        leaveOpen();
        admissionFixture.advance(Duration.ofMinutes(2));

        Conclusion second = keyedRequests.admit(AdmissionFixture.GOOD);

        assertThat(second.outcome().id()).isEqualTo("outcome-unknown");
        assertThat(second.context().requestId()).isEqualTo(KeyedRequests.ID);
        assertThat(second.replayed()).isTrue();
        assertThat(admissionFixture.log.events()).hasSize(1);
        assertThat(clusters.requests()).hasSize(1);
    }

    @Test
    void settlesAnOpenRequestByItsTagAndAnswersIt() {
        leaveOpen();
        clusters.put(
                "vision",
                "InService",
                AdmissionFixture.NOW,
                Map.of("hyperpod-gateway:request-id", KeyedRequests.ID));
        admissionFixture.advance(Duration.ofMinutes(2));

        Conclusion second = keyedRequests.admit(AdmissionFixture.GOOD);

        assertThat(second)
                .isEqualTo(
                        Conclusion.replay(
                                new Created("vision", ScriptedClusters.ARN, List.of()),
                                second.context()));
        assertThat(second.context().requestId()).isEqualTo(KeyedRequests.ID);
        assertThat(keyedRequests.types()).containsExactly(EventType.INTENDED, EventType.RESOLVED);
        assertThat(admissionFixture.log.openIntents()).isEmpty();
        assertThat(clusters.requests()).hasSize(1);
        assertThat(keyedRequests.admit(AdmissionFixture.GOOD).outcome())
                .isEqualTo(second.outcome());
    }

    @Test
    void showsNoFindingOfAnAuditRuleOfAnIntentThatIsFoundToHaveMadeItsCluster() {
        admissionFixture.policyAlso(WARNING_OF_NAMES);
        leaveOpen();
        assertThat(keyedRequests.events().getFirst().text("findings").orElseThrow())
                .contains("watched-names", "warned-names");
        admissionFixture.log.conclude(
                admissionFixture.made(keyedRequests.events().getFirst()), Duration.ofSeconds(1));

        Created replayed = (Created) keyedRequests.admit(AdmissionFixture.GOOD).outcome();

        assertThat(replayed.warnings()).extracting(Finding::rule).containsExactly("warned-names");
    }

    /// Events from before such findings were marked have no `decidedAt` either.
    @Test
    void showsNoFindingOfAnAuditRuleOfAnIntentFromBeforeTheyWereMarked() {
        admissionFixture.policyAlso(WARNING_OF_NAMES);
        leaveOpen();
        JsonObject members = keyedRequests.events().getFirst().members();
        String findings = members.text("findings").orElseThrow();
        AuditEvent unmarked =
                AuditEvent.seal(
                        members.without("decidedAt")
                                .with(
                                        "findings",
                                        Json.of(findings.replace(",\"audit\":true", ""))));
        assertThat(unmarked.text("findings")).isNotEqualTo(Optional.of(findings));

        Created outcome = (Created) Outcomes.of(unmarked, admissionFixture.made(unmarked));

        assertThat(outcome.warnings()).extracting(Finding::rule).containsExactly("warned-names");
    }

    @Test
    void settlesAnOpenRequestAgainstAnothersCluster() {
        leaveOpen();
        clusters.put(
                "vision",
                "InService",
                AdmissionFixture.NOW,
                Map.of("hyperpod-gateway:request-id", "r-" + "0".repeat(32)));
        admissionFixture.advance(Duration.ofMinutes(2));

        Conclusion second = keyedRequests.admit(AdmissionFixture.GOOD);

        assertThat(second.outcome().id()).isEqualTo("cluster-exists");
        assertThat(second.replayed()).isTrue();
        assertThat(keyedRequests.admit(AdmissionFixture.GOOD).outcome())
                .isEqualTo(second.outcome());
    }

    @Test
    void retriesAtOnceWhereTheSecondLookFindsNothingToo() {
        leaveOpen();
        clusters.creating(clusters::make);
        admissionFixture.advance(Duration.ofMinutes(15));
        assertThat(keyedRequests.admit(AdmissionFixture.GOOD).outcome().id())
                .isEqualTo("outcome-unknown");
        admissionFixture.advance(Duration.ofMinutes(1));

        Conclusion third = keyedRequests.admit(AdmissionFixture.GOOD);

        assertThat(third.outcome()).isInstanceOf(Created.class);
        assertThat(third.replayed()).isFalse();
        assertThat(keyedRequests.types())
                .containsExactly(
                        EventType.INTENDED,
                        EventType.RESOLVED,
                        EventType.INTENDED,
                        EventType.COMPLETED);
    }

    @Test
    void refusesAnotherBodyOfAnOpenRequestToo() {
        leaveOpen();

        assertThat(
                        keyedRequests
                                .admit(AdmissionFixture.GOOD.replace("vision", "other"))
                                .outcome()
                                .id())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void answersWhatWasFoundLater() {
        leaveOpen();
        AuditEvent intent = keyedRequests.events().getFirst();
        admissionFixture.log.conclude(admissionFixture.made(intent), Duration.ofSeconds(1));

        Conclusion second = keyedRequests.admit(AdmissionFixture.GOOD);

        assertThat(second.outcome())
                .isEqualTo(new Created("vision", ScriptedClusters.ARN, List.of()));
        assertThat(second.replayed()).isTrue();
    }

    @Test
    void showsTheWarningsOfARequestThatWasFoundMadeLater() {
        clusters.creating(_ -> new CreationResult.Unknown("time ran out", Optional.empty()));
        String warned = AdmissionFixture.GOOD.replace("ml.m5.xlarge", "ml.m5.unheard");
        keyedRequests.admit(warned);
        AuditEvent intent = keyedRequests.events().getFirst();
        assertThat(intent.text("findings").orElseThrow()).contains("watched-names");
        admissionFixture.log.conclude(admissionFixture.made(intent), Duration.ofSeconds(1));

        assertThat(keyedRequests.admit(warned).outcome().findings())
                .extracting(finding -> finding.rule())
                .containsExactly("unknown-instance-type");
    }

    @Test
    void retriesWhereNothingWasFoundLater() {
        leaveOpen();
        AuditEvent intent = keyedRequests.events().getFirst();
        admissionFixture.log.conclude(
                admissionFixture.resolved(intent, "not-created"), Duration.ofSeconds(1));
        clusters.creating(clusters::make);

        assertThat(keyedRequests.admit(AdmissionFixture.GOOD).outcome())
                .isInstanceOf(Created.class);
        assertThat(keyedRequests.types())
                .containsExactly(
                        EventType.INTENDED,
                        EventType.RESOLVED,
                        EventType.INTENDED,
                        EventType.COMPLETED);
    }

    @Test
    void answersTheWinnersOutcomeWhereAnotherWasFaster() {
        var rival = new KeyedRequests(admissionFixture);
        admissionFixture.recordingTo(
                new RacedAuditLog(admissionFixture.log, () -> rival.admit(AdmissionFixture.GOOD)));

        Conclusion loser = keyedRequests.admit(AdmissionFixture.GOOD);

        assertThat(loser.outcome())
                .isEqualTo(new Created("vision", ScriptedClusters.ARN, List.of()));
        assertThat(loser.replayed()).isTrue();
        assertThat(loser.context().requestId()).isEqualTo(KeyedRequests.ID);
        assertThat(clusters.requests()).hasSize(1);
        assertThat(keyedRequests.types()).containsExactly(EventType.INTENDED, EventType.COMPLETED);
    }

    @Test
    void answersTheWinnersPassingRefusalToo() {
        clusters.creating(_ ->
                new CreationResult.NotMade(
                        Problem.THROTTLED, "slower", List.of(), true, Optional.empty()));
        var rival = new KeyedRequests(admissionFixture);
        admissionFixture.recordingTo(
                new RacedAuditLog(admissionFixture.log, () -> rival.admit(AdmissionFixture.GOOD)));

        Conclusion loser = keyedRequests.admit(AdmissionFixture.GOOD);

        assertThat(loser.outcome().id()).isEqualTo("throttled");
        assertThat(loser.replayed()).isTrue();
        assertThat(clusters.requests()).hasSize(1);
    }

    @Test
    void saysThatTheWinnerIsAtIt() {
        var rival = new KeyedRequests(admissionFixture);
        admissionFixture.recordingTo(new RacedAuditLog(admissionFixture.log, this::leaveOpen));

        Conclusion loser = keyedRequests.admit(AdmissionFixture.GOOD);

        assertThat(loser.outcome().id()).isEqualTo("request-in-progress");
        assertThat(keyedRequests.events(loser.context().requestId())).hasSize(1);
        assertThat(rival.types()).containsExactly(EventType.INTENDED);
        assertThat(clusters.requests()).hasSize(1);
    }

    @Test
    void distinguishesTheWinnersOtherBody() {
        var rival = new KeyedRequests(admissionFixture);
        admissionFixture.recordingTo(
                new RacedAuditLog(
                        admissionFixture.log,
                        () ->
                                rival.admit(
                                        AdmissionFixture.GOOD.replace(
                                                "\"workers\"", "\"others\""))));

        Refused loser = (Refused) keyedRequests.admit(AdmissionFixture.GOOD).outcome();

        assertThat(loser.id()).isEqualTo("idempotency-key-reused");
        assertThat(loser.findings())
                .singleElement()
                .matches(finding ->
                        finding.pointer().toString().equals("/InstanceGroups/0/InstanceGroupName"));
        assertThat(clusters.requests()).hasSize(1);
    }

    @Test
    void createsNothingWhereTheKeyCannotBeLookedUp() {
        admissionFixture.refusing(LogMethod.EVENTS_OF);

        Conclusion conclusion = keyedRequests.admit(AdmissionFixture.GOOD);

        assertThat(conclusion.outcome().id()).isEqualTo("audit-unavailable");
        assertThat(conclusion.context().requestId()).isEqualTo(keyedRequests.lastRequestId());
        assertThat(clusters.requests()).isEmpty();
        assertThat(keyedRequests.events()).isEmpty();
        assertThat(keyedRequests.events(keyedRequests.lastRequestId()))
                .singleElement()
                .matches(event -> event.type() == EventType.REFUSED);
    }

    @Test
    void createsNothingWhereTheIntentCannotBeRecorded() {
        admissionFixture.refusing(LogMethod.INTEND);

        Conclusion conclusion = keyedRequests.admit(AdmissionFixture.GOOD);

        assertThat(conclusion.outcome().id()).isEqualTo("audit-unavailable");
        assertThat(conclusion.context().requestId()).isEqualTo(KeyedRequests.ID);
        assertThat(clusters.requests()).isEmpty();
        assertThat(admissionFixture.telemetry.unrecorded()).hasSize(1);
    }

    @Test
    void takesAnIntentWhoseAnswerWasLostForOneInProgress() {
        admissionFixture.recordingTo(
                FailingAuditLog.losingAnswers(admissionFixture.log, LogMethod.INTEND));
        assertThat(keyedRequests.admit(AdmissionFixture.GOOD).outcome().id())
                .isEqualTo("audit-unavailable");

        admissionFixture.recordingTo(admissionFixture.log);

        assertThat(keyedRequests.admit(AdmissionFixture.GOOD).outcome().id())
                .isEqualTo("request-in-progress");
        assertThat(clusters.requests()).isEmpty();
        assertThat(keyedRequests.types()).containsExactly(EventType.INTENDED);
    }

    @Test
    void givesTheIntentWhatTheLookupLeft() {
        var slow =
                new SlowAuditLog(
                        admissionFixture.log,
                        () -> admissionFixture.remaining(Duration.ofMillis(24_500)));
        admissionFixture.recordingTo(slow);

        keyedRequests.admit(AdmissionFixture.GOOD);

        assertThat(slow.budgets()).containsExactly(Duration.ofSeconds(4), Duration.ofMillis(2_500));
        assertThat(clusters.budgets()).containsExactly(Duration.ofSeconds(18));
    }

    private void leaveOpen() {
        clusters.creating(_ -> new CreationResult.Unknown("time ran out", Optional.empty()));
        new KeyedRequests(admissionFixture).admit(AdmissionFixture.GOOD);
    }
}
