package io.hyperpodgateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.admission.key.IdempotencyState;
import io.hyperpodgateway.admission.outcome.Conclusion;
import io.hyperpodgateway.admission.outcome.Outcome;
import io.hyperpodgateway.admission.outcome.Outcome.Created;
import io.hyperpodgateway.admission.outcome.Outcome.Refused;
import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.outcome.TransientRefusals;
import io.hyperpodgateway.admission.port.CreationResult;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.EventType;
import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Finding.Source;
import io.hyperpodgateway.finding.Findings;
import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

class IdempotencyStageTest {

    private final AdmissionFixture admissionFixture = new AdmissionFixture();
    private final ScriptedClusters clusters = admissionFixture.clusters;
    private final KeyedRequests keyedRequests = new KeyedRequests(admissionFixture);

    @Test
    void recordsTheIntentUnderTheKeysIdAndTagsTheClusterWithIt() {
        Conclusion conclusion = keyedRequests.admit(AdmissionFixture.GOOD);

        assertThat(conclusion.outcome()).isInstanceOf(Created.class);
        assertThat(conclusion.replayed()).isFalse();
        assertThat(conclusion.context().requestId()).isEqualTo(KeyedRequests.ID);
        assertThat(admissionFixture.log.events()).hasSize(2).isEqualTo(keyedRequests.events());
        assertThat(clusters.requests().getFirst().items("Tags"))
                .last()
                .isEqualTo(
                        JsonObject.of("Key", Json.of("hyperpod-gateway:request-id"))
                                .with("Value", Json.of(KeyedRequests.ID)));
    }

    @Test
    void answersAgainWhatWasAnsweredWhateverThePolicySaysToday() {
        String warned = AdmissionFixture.GOOD.replace("ml.m5.xlarge", "ml.m5.unheard");
        Conclusion first = keyedRequests.admit(warned);
        List<AuditEvent> recorded = admissionFixture.log.events();
        admissionFixture.policyAlso("tags: {Team: platform}\n");

        Conclusion second = keyedRequests.admit(" " + warned.replace(": ", " : "));

        assertThat(Findings.toJson(second.outcome().findings()))
                .isEqualTo(Findings.toJson(first.outcome().findings()));
        assertThat(second.outcome().findings()).hasSize(1);
        assertThat(second.context().requestId()).isEqualTo(KeyedRequests.ID);
        assertThat(second.replayed()).isTrue();
        assertThat(admissionFixture.log.events()).isEqualTo(recorded);
        assertThat(clusters.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "CLUSTER_EXISTS, true",
        "CLUSTER_EXISTS, false",
        "REJECTED_BY_SAGEMAKER, true",
        "REJECTED_BY_SAGEMAKER, false"
    })
    void answersARefusalForGoodAgain(Problem problem, boolean translated) {
        refusing(problem, translated ? "quota-exceeded-in-validation" : "");
        Conclusion first = keyedRequests.admit(AdmissionFixture.GOOD);
        clusters.creating(clusters::make);

        Conclusion second = keyedRequests.admit(AdmissionFixture.GOOD);

        assertThat(first.replayed()).isFalse();
        assertThat(second.outcome()).isEqualTo(first.outcome());
        assertThat(second.context().requestId()).isEqualTo(KeyedRequests.ID);
        assertThat(second.replayed()).isTrue();
        assertThat(clusters.requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Problem.class,
            names = {
                "RESOURCE_LIMIT_EXCEEDED",
                "THROTTLED",
                "GATEWAY_MISCONFIGURED",
                "SAGEMAKER_UNAVAILABLE"
            })
    void retriesAfterARefusalThatMayPass(Problem problem) {
        retriesAfter(problem, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TransientRefusals.ROLE_NOT_ASSUMABLE,
                TransientRefusals.INSUFFICIENT_CAPACITY
            })
    void retriesAfterARejectionThatARetryHelps(String rule) {
        retriesAfter(Problem.REJECTED_BY_SAGEMAKER, rule);
    }

    private void retriesAfter(Problem problem, String rule) {
        refusing(problem, rule);
        assertThat(keyedRequests.admit(AdmissionFixture.GOOD).outcome().id())
                .isEqualTo(problem.id());
        clusters.creating(clusters::make);

        Conclusion second = keyedRequests.admit(AdmissionFixture.GOOD);

        assertThat(second.outcome()).isInstanceOf(Created.class);
        assertThat(second.replayed()).isFalse();
        List<AuditEvent> events = keyedRequests.events();
        assertThat(events).extracting(AuditEvent::sequence).containsExactly(1, 2, 3, 4);
        for (int i = 1; i < 4; i++) {
            assertThat(events.get(i).text("previousSha256")).contains(events.get(i - 1).sha256());
            assertThat(events.get(i).text("listKey")).isEmpty();
        }
        assertThat(keyedRequests.admit(AdmissionFixture.GOOD).replayed()).isTrue();
    }

    @Test
    void checksANewAttemptAgain() {
        refusing(Problem.THROTTLED, "");
        keyedRequests.admit(AdmissionFixture.GOOD);
        admissionFixture.policyAlso("tags: {Team: platform}\n");

        Conclusion second = keyedRequests.admit(AdmissionFixture.GOOD);

        assertThat(second.outcome().id()).isEqualTo("policy-denied");
        assertThat(second.context().requestId()).isEqualTo(keyedRequests.lastRequestId());
        assertThat(keyedRequests.types()).containsExactly(EventType.INTENDED, EventType.COMPLETED);
    }

    @Test
    void triesAHundredTimesAndThenStaysWithTheLastOutcome() {
        refusing(Problem.THROTTLED, "");
        for (int i = 0; i < IdempotencyState.MAX_ATTEMPTS; i++) {
            assertThat(keyedRequests.admit(AdmissionFixture.GOOD).replayed()).isFalse();
        }
        clusters.creating(clusters::make);

        Conclusion last = keyedRequests.admit(AdmissionFixture.GOOD);

        assertThat(last.outcome().id()).isEqualTo("throttled");
        assertThat(last.replayed()).isTrue();
        assertThat(clusters.requests()).hasSize(100);
        assertThat(keyedRequests.events()).hasSize(200);
    }

    @Test
    void refusesAnotherBodyAndPointsAtWhatDiffers() {
        keyedRequests.admit(AdmissionFixture.GOOD);
        List<AuditEvent> recorded = keyedRequests.events();

        Conclusion other =
                keyedRequests.admit(
                        AdmissionFixture.GOOD
                                .replace("\"InstanceCount\": 2", "\"InstanceCount\": 3")
                                .replace(
                                        "\"OnCreate\": \"on_create.sh\"",
                                        "\"Secret\": \"hunter2\""));

        Refused refused = (Refused) other.outcome();
        assertThat(refused.id()).isEqualTo("idempotency-key-reused");
        assertThat(refused.refusal().about()).contains(KeyedRequests.ID);
        assertThat(refused.findings())
                .extracting(finding -> finding.pointer().toString())
                .containsExactly(
                        "/InstanceGroups/0/InstanceCount",
                        "/InstanceGroups/0/LifeCycleConfig/Secret",
                        "/InstanceGroups/0/LifeCycleConfig/OnCreate");
        assertThat(refused.findings()).noneMatch(f -> f.message().contains("hunter2"));
        assertThat(other.context().requestId()).isEqualTo(keyedRequests.lastRequestId());
        assertThat(other.replayed()).isFalse();
        assertThat(keyedRequests.events()).isEqualTo(recorded);
        assertThat(keyedRequests.events(keyedRequests.lastRequestId()))
                .singleElement()
                .matches(event -> event.type() == EventType.REFUSED)
                .matches(event -> event.text("outcome").orElseThrow().equals(refused.id()));
    }

    @Test
    void refusesABodyWithoutCanonicalFormAsAnother() {
        keyedRequests.admit(AdmissionFixture.GOOD);

        Conclusion other =
                keyedRequests.admit(
                        AdmissionFixture.GOOD.replace(
                                "\"InstanceCount\": 2", "\"InstanceCount\": 2e999"));

        assertThat(other.outcome().id()).isEqualTo("idempotency-key-reused");
        assertThat(other.outcome().findings()).hasSize(1);
    }

    @Test
    void refusesAnUnreadableBodyAsAlways() {
        keyedRequests.admit(AdmissionFixture.GOOD);

        Conclusion unreadable = keyedRequests.admit("{");

        assertThat(unreadable.outcome().id()).isEqualTo("malformed-request");
        assertThat(unreadable.context().requestId()).isEqualTo(keyedRequests.lastRequestId());
    }

    @Test
    void keepsAKeyFreeThatWasOnlyRefused() {
        Conclusion refused =
                keyedRequests.admit(
                        AdmissionFixture.GOOD.replace("ml.m5.xlarge", "ml.p5.48xlarge"));
        assertThat(refused.context().requestId()).isEqualTo(keyedRequests.lastRequestId());
        keyedRequests.admit("{}");
        assertThat(keyedRequests.events()).isEmpty();

        assertThat(keyedRequests.admit(AdmissionFixture.GOOD).outcome())
                .isInstanceOf(Created.class);
        assertThat(keyedRequests.types()).containsExactly(EventType.INTENDED, EventType.COMPLETED);
    }

    @Test
    void dryRunsAsIfThereWereNoKey() {
        keyedRequests.admit(AdmissionFixture.GOOD);

        Conclusion dryRun = keyedRequests.dryRun(AdmissionFixture.GOOD.replace("vision", "other"));

        assertThat(dryRun.outcome()).isInstanceOf(Outcome.WouldCreate.class);
        assertThat(dryRun.context().requestId()).isEqualTo(keyedRequests.lastRequestId());
        assertThat(((Outcome.WouldCreate) dryRun.outcome()).effectiveRequest().toText())
                .contains(keyedRequests.lastRequestId());
        assertThat(keyedRequests.events()).hasSize(2);
    }

    @Test
    void letsTwoCallersWithTheSameKeyNeverMeet() {
        Conclusion one = keyedRequests.admit(AdmissionFixture.GOOD);
        Conclusion other =
                keyedRequests.submit(
                        AdmissionFixture.GOOD.replace("vision", "other"),
                        KeyedRequests.KEY,
                        false,
                        AdmissionFixture.role("ml-other"));

        assertThat(other.outcome()).isInstanceOf(Created.class);
        assertThat(other.replayed()).isFalse();
        assertThat(other.context().requestId()).isNotEqualTo(one.context().requestId());
        assertThat(clusters.requests()).hasSize(2);
    }

    @Test
    void sharesAKeyAmongTheSessionsOfARole() {
        keyedRequests.admit(AdmissionFixture.GOOD);

        var session =
                new io.hyperpodgateway.identity.AssumedRole(
                        "arn:aws:iam::111122223333:role/ml-research",
                        "AROAROLE",
                        "111122223333",
                        "al");
        assertThat(
                        keyedRequests
                                .submit(AdmissionFixture.GOOD, KeyedRequests.KEY, false, session)
                                .replayed())
                .isTrue();
    }

    private void refusing(Problem problem, String rule) {
        List<Finding> findings =
                rule.isEmpty()
                        ? List.of()
                        : List.of(
                                Finding.of(
                                        Source.SAGEMAKER,
                                        rule,
                                        Level.ERROR,
                                        JsonPointer.of("ClusterName"),
                                        "its own words"));
        clusters.creating(_ ->
                new CreationResult.NotMade(
                        problem, "its own words", findings, false, Optional.empty()));
    }
}
