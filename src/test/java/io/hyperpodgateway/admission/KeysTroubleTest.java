package io.hyperpodgateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.admission.outcome.Conclusion;
import io.hyperpodgateway.admission.outcome.Outcome.Created;
import io.hyperpodgateway.admission.outcome.Outcome.Refused;
import io.hyperpodgateway.admission.outcome.Outcomes;
import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.port.Creation;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.EventType;
import io.hyperpodgateway.audit.FailingAuditLog;
import io.hyperpodgateway.audit.FailingAuditLog.Call;
import io.hyperpodgateway.audit.RacedAuditLog;
import io.hyperpodgateway.audit.SlowAuditLog;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.spec.Finding;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Requests under a key that come too early, at once, or when the record cannot be reached.
class KeysTroubleTest {

    private static final String WARNING_OF_NAMES =
            """
              - id: warned-names
                enforcement: warn
                check: {clusterName: {pattern: "prod-.*"}}
            """;

    private final Stories stories = new Stories();
    private final ScriptedClusters clusters = stories.clusters;
    private final Keyed keyed = new Keyed(stories);

    @Test
    void saysThatARequestIsInProgressForTwoMinutes() {
        leaveOpen();
        stories.later(Duration.ofMinutes(2).minusMillis(1));

        Conclusion second = keyed.admit(Stories.GOOD);

        Refused refused = (Refused) second.outcome();
        assertThat(refused.id()).isEqualTo("request-in-progress");
        assertThat(refused.refusal().about()).contains(Keyed.ID);
        assertThat(second.visit().requestId()).isEqualTo(keyed.lastRequestId());
        assertThat(second.replayed()).isFalse();
        assertThat(keyed.events(keyed.lastRequestId()))
                .singleElement()
                .matches(event -> event.type() == EventType.REFUSED);
        assertThat(keyed.types()).containsExactly(EventType.INTENDED);
        assertThat(clusters.requests()).hasSize(1);
    }

    @Test
    void saysThatTheOutcomeIsUnknownAfterwardsAndRecordsNothing() {
        leaveOpen();
        stories.later(Duration.ofMinutes(2));

        Conclusion second = keyed.admit(Stories.GOOD);

        assertThat(second.outcome().id()).isEqualTo("outcome-unknown");
        assertThat(second.visit().requestId()).isEqualTo(Keyed.ID);
        assertThat(second.replayed()).isTrue();
        assertThat(stories.log.events()).hasSize(1);
        assertThat(clusters.requests()).hasSize(1);
    }

    @Test
    void settlesAnOpenRequestByItsTagAndAnswersIt() {
        leaveOpen();
        clusters.put(
                "vision",
                "InService",
                Stories.NOW,
                Map.of("hyperpod-gateway:request-id", Keyed.ID));
        stories.later(Duration.ofMinutes(2));

        Conclusion second = keyed.admit(Stories.GOOD);

        assertThat(second)
                .isEqualTo(
                        Conclusion.replay(
                                new Created("vision", ScriptedClusters.ARN, List.of()),
                                second.visit()));
        assertThat(second.visit().requestId()).isEqualTo(Keyed.ID);
        assertThat(keyed.types()).containsExactly(EventType.INTENDED, EventType.RESOLVED);
        assertThat(stories.log.openIntents()).isEmpty();
        assertThat(clusters.requests()).hasSize(1);
        assertThat(keyed.admit(Stories.GOOD).outcome()).isEqualTo(second.outcome());
    }

    @Test
    void showsNoFindingOfAnAuditRuleOfAnIntentThatIsFoundToHaveMadeItsCluster() {
        stories.policyAlso(WARNING_OF_NAMES);
        leaveOpen();
        assertThat(keyed.events().getFirst().text("findings").orElseThrow())
                .contains("watched-names", "warned-names");
        stories.log.conclude(stories.made(keyed.events().getFirst()), Duration.ofSeconds(1));

        Created replayed = (Created) keyed.admit(Stories.GOOD).outcome();

        assertThat(replayed.warnings()).extracting(Finding::rule).containsExactly("warned-names");
    }

    /// Events from before such findings were marked have no `decidedAt` either.
    @Test
    void showsNoFindingOfAnAuditRuleOfAnIntentFromBeforeTheyWereMarked() {
        stories.policyAlso(WARNING_OF_NAMES);
        leaveOpen();
        JsonObject members = keyed.events().getFirst().members();
        String findings = members.text("findings").orElseThrow();
        AuditEvent unmarked =
                AuditEvent.seal(
                        members.without("decidedAt")
                                .with(
                                        "findings",
                                        Json.of(findings.replace(",\"audit\":true", ""))));
        assertThat(unmarked.text("findings")).isNotEqualTo(Optional.of(findings));

        Created outcome = (Created) Outcomes.of(unmarked, stories.made(unmarked));

        assertThat(outcome.warnings()).extracting(Finding::rule).containsExactly("warned-names");
    }

    @Test
    void settlesAnOpenRequestAgainstAnothersCluster() {
        leaveOpen();
        clusters.put(
                "vision",
                "InService",
                Stories.NOW,
                Map.of("hyperpod-gateway:request-id", "r-" + "0".repeat(32)));
        stories.later(Duration.ofMinutes(2));

        Conclusion second = keyed.admit(Stories.GOOD);

        assertThat(second.outcome().id()).isEqualTo("cluster-exists");
        assertThat(second.replayed()).isTrue();
        assertThat(keyed.admit(Stories.GOOD).outcome()).isEqualTo(second.outcome());
    }

    @Test
    void triesAnewAtOnceWhereTheSecondLookFindsNothingToo() {
        leaveOpen();
        clusters.creating(clusters::make);
        stories.later(Duration.ofMinutes(15));
        assertThat(keyed.admit(Stories.GOOD).outcome().id()).isEqualTo("outcome-unknown");
        stories.later(Duration.ofMinutes(1));

        Conclusion third = keyed.admit(Stories.GOOD);

        assertThat(third.outcome()).isInstanceOf(Created.class);
        assertThat(third.replayed()).isFalse();
        assertThat(keyed.types())
                .containsExactly(
                        EventType.INTENDED,
                        EventType.RESOLVED,
                        EventType.INTENDED,
                        EventType.COMPLETED);
    }

    @Test
    void refusesAnotherBodyOfAnOpenRequestToo() {
        leaveOpen();

        assertThat(keyed.admit(Stories.GOOD.replace("vision", "other")).outcome().id())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void answersWhatWasFoundLater() {
        leaveOpen();
        AuditEvent intent = keyed.events().getFirst();
        stories.log.conclude(stories.made(intent), Duration.ofSeconds(1));

        Conclusion second = keyed.admit(Stories.GOOD);

        assertThat(second.outcome())
                .isEqualTo(new Created("vision", ScriptedClusters.ARN, List.of()));
        assertThat(second.replayed()).isTrue();
    }

    @Test
    void showsTheWarningsOfARequestThatWasFoundMadeLater() {
        clusters.creating(_ -> new Creation.Unknown("time ran out", Optional.empty()));
        String warned = Stories.GOOD.replace("ml.m5.xlarge", "ml.m5.unheard");
        keyed.admit(warned);
        AuditEvent intent = keyed.events().getFirst();
        assertThat(intent.text("findings").orElseThrow()).contains("watched-names");
        stories.log.conclude(stories.made(intent), Duration.ofSeconds(1));

        assertThat(keyed.admit(warned).outcome().findings())
                .extracting(finding -> finding.rule())
                .containsExactly("unknown-instance-type");
    }

    @Test
    void triesAnewWhereNothingWasFoundLater() {
        leaveOpen();
        AuditEvent intent = keyed.events().getFirst();
        stories.log.conclude(stories.resolved(intent, "not-created"), Duration.ofSeconds(1));
        clusters.creating(clusters::make);

        assertThat(keyed.admit(Stories.GOOD).outcome()).isInstanceOf(Created.class);
        assertThat(keyed.types())
                .containsExactly(
                        EventType.INTENDED,
                        EventType.RESOLVED,
                        EventType.INTENDED,
                        EventType.COMPLETED);
    }

    @Test
    void answersTheWinnersOutcomeWhereAnotherWasFaster() {
        var rival = new Keyed(stories);
        stories.recordingTo(new RacedAuditLog(stories.log, () -> rival.admit(Stories.GOOD)));

        Conclusion loser = keyed.admit(Stories.GOOD);

        assertThat(loser.outcome())
                .isEqualTo(new Created("vision", ScriptedClusters.ARN, List.of()));
        assertThat(loser.replayed()).isTrue();
        assertThat(loser.visit().requestId()).isEqualTo(Keyed.ID);
        assertThat(clusters.requests()).hasSize(1);
        assertThat(keyed.types()).containsExactly(EventType.INTENDED, EventType.COMPLETED);
    }

    @Test
    void answersTheWinnersPassingRefusalToo() {
        clusters.creating(_ ->
                new Creation.NotMade(
                        Problem.THROTTLED, "slower", List.of(), true, Optional.empty()));
        var rival = new Keyed(stories);
        stories.recordingTo(new RacedAuditLog(stories.log, () -> rival.admit(Stories.GOOD)));

        Conclusion loser = keyed.admit(Stories.GOOD);

        assertThat(loser.outcome().id()).isEqualTo("throttled");
        assertThat(loser.replayed()).isTrue();
        assertThat(clusters.requests()).hasSize(1);
    }

    @Test
    void saysThatTheWinnerIsAtIt() {
        var rival = new Keyed(stories);
        stories.recordingTo(new RacedAuditLog(stories.log, this::leaveOpen));

        Conclusion loser = keyed.admit(Stories.GOOD);

        assertThat(loser.outcome().id()).isEqualTo("request-in-progress");
        assertThat(keyed.events(loser.visit().requestId())).hasSize(1);
        assertThat(rival.types()).containsExactly(EventType.INTENDED);
        assertThat(clusters.requests()).hasSize(1);
    }

    @Test
    void tellsTheWinnersOtherBodyApart() {
        var rival = new Keyed(stories);
        stories.recordingTo(
                new RacedAuditLog(
                        stories.log,
                        () -> rival.admit(Stories.GOOD.replace("\"workers\"", "\"others\""))));

        Refused loser = (Refused) keyed.admit(Stories.GOOD).outcome();

        assertThat(loser.id()).isEqualTo("idempotency-key-reused");
        assertThat(loser.findings())
                .singleElement()
                .matches(finding ->
                        finding.pointer().toString().equals("/InstanceGroups/0/InstanceGroupName"));
        assertThat(clusters.requests()).hasSize(1);
    }

    @Test
    void createsNothingWhereTheKeyCannotBeLookedUp() {
        stories.refusing(Call.EVENTS_OF);

        Conclusion conclusion = keyed.admit(Stories.GOOD);

        assertThat(conclusion.outcome().id()).isEqualTo("audit-unavailable");
        assertThat(conclusion.visit().requestId()).isEqualTo(keyed.lastRequestId());
        assertThat(clusters.requests()).isEmpty();
        assertThat(keyed.events()).isEmpty();
        assertThat(keyed.events(keyed.lastRequestId()))
                .singleElement()
                .matches(event -> event.type() == EventType.REFUSED);
    }

    @Test
    void createsNothingWhereTheIntentCannotBeRecorded() {
        stories.refusing(Call.INTEND);

        Conclusion conclusion = keyed.admit(Stories.GOOD);

        assertThat(conclusion.outcome().id()).isEqualTo("audit-unavailable");
        assertThat(conclusion.visit().requestId()).isEqualTo(Keyed.ID);
        assertThat(clusters.requests()).isEmpty();
        assertThat(stories.telemetry.unrecorded()).hasSize(1);
    }

    @Test
    void takesAnIntentWhoseAnswerWasLostForOneInProgress() {
        stories.recordingTo(FailingAuditLog.losingAnswers(stories.log, Call.INTEND));
        assertThat(keyed.admit(Stories.GOOD).outcome().id()).isEqualTo("audit-unavailable");

        stories.recordingTo(stories.log);

        assertThat(keyed.admit(Stories.GOOD).outcome().id()).isEqualTo("request-in-progress");
        assertThat(clusters.requests()).isEmpty();
        assertThat(keyed.types()).containsExactly(EventType.INTENDED);
    }

    @Test
    void givesTheIntentWhatTheLookupLeft() {
        var slow =
                new SlowAuditLog(stories.log, () -> stories.remaining(Duration.ofMillis(24_500)));
        stories.recordingTo(slow);

        keyed.admit(Stories.GOOD);

        assertThat(slow.budgets()).containsExactly(Duration.ofSeconds(4), Duration.ofMillis(2_500));
        assertThat(clusters.budgets()).containsExactly(Duration.ofSeconds(18));
    }

    private void leaveOpen() {
        clusters.creating(_ -> new Creation.Unknown("time ran out", Optional.empty()));
        new Keyed(stories).admit(Stories.GOOD);
    }
}
