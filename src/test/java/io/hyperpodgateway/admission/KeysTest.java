package io.hyperpodgateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.admission.key.Standing;
import io.hyperpodgateway.admission.outcome.Conclusion;
import io.hyperpodgateway.admission.outcome.Outcome;
import io.hyperpodgateway.admission.outcome.Outcome.Created;
import io.hyperpodgateway.admission.outcome.Outcome.Refused;
import io.hyperpodgateway.admission.outcome.PassingRefusals;
import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.port.Creation;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.EventType;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.spec.Finding;
import io.hyperpodgateway.spec.Finding.Source;
import io.hyperpodgateway.spec.Level;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

class KeysTest {

    private final Stories stories = new Stories();
    private final ScriptedClusters clusters = stories.clusters;
    private final Keyed keyed = new Keyed(stories);

    @Test
    void recordsTheIntentUnderTheKeysIdAndTagsTheClusterWithIt() {
        Conclusion conclusion = keyed.admit(Stories.GOOD);

        assertThat(conclusion.outcome()).isInstanceOf(Created.class);
        assertThat(conclusion.replayed()).isFalse();
        assertThat(conclusion.visit().requestId()).isEqualTo(Keyed.ID);
        assertThat(stories.log.events()).hasSize(2).isEqualTo(keyed.events());
        assertThat(clusters.requests().getFirst().items("Tags"))
                .last()
                .isEqualTo(
                        JsonObject.of("Key", Json.of("hyperpod-gateway:request-id"))
                                .with("Value", Json.of(Keyed.ID)));
    }

    @Test
    void answersAgainWhatWasAnsweredWhateverThePolicySaysToday() {
        String warned = Stories.GOOD.replace("ml.m5.xlarge", "ml.m5.unheard");
        Conclusion first = keyed.admit(warned);
        List<AuditEvent> recorded = stories.log.events();
        stories.policyAlso("tags: {Team: platform}\n");

        Conclusion second = keyed.admit(" " + warned.replace(": ", " : "));

        assertThat(second.outcome()).isEqualTo(first.outcome());
        assertThat(second.outcome().findings()).hasSize(1);
        assertThat(second.visit().requestId()).isEqualTo(Keyed.ID);
        assertThat(second.replayed()).isTrue();
        assertThat(stories.log.events()).isEqualTo(recorded);
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
        Conclusion first = keyed.admit(Stories.GOOD);
        clusters.creating(clusters::make);

        Conclusion second = keyed.admit(Stories.GOOD);

        assertThat(first.replayed()).isFalse();
        assertThat(second.outcome()).isEqualTo(first.outcome());
        assertThat(second.visit().requestId()).isEqualTo(Keyed.ID);
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
    void triesAnewAfterARefusalThatMayPass(Problem problem) {
        triesAnewAfter(problem, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {PassingRefusals.ROLE_NOT_ASSUMABLE, PassingRefusals.INSUFFICIENT_CAPACITY})
    void triesAnewAfterARejectionThatARetryHelps(String rule) {
        triesAnewAfter(Problem.REJECTED_BY_SAGEMAKER, rule);
    }

    private void triesAnewAfter(Problem problem, String rule) {
        refusing(problem, rule);
        assertThat(keyed.admit(Stories.GOOD).outcome().id()).isEqualTo(problem.id());
        clusters.creating(clusters::make);

        Conclusion second = keyed.admit(Stories.GOOD);

        assertThat(second.outcome()).isInstanceOf(Created.class);
        assertThat(second.replayed()).isFalse();
        List<AuditEvent> events = keyed.events();
        assertThat(events).extracting(AuditEvent::sequence).containsExactly(1, 2, 3, 4);
        for (int i = 1; i < 4; i++) {
            assertThat(events.get(i).text("previousSha256")).contains(events.get(i - 1).sha256());
            assertThat(events.get(i).text("listKey")).isEmpty();
        }
        assertThat(keyed.admit(Stories.GOOD).replayed()).isTrue();
    }

    @Test
    void checksANewAttemptAnew() {
        refusing(Problem.THROTTLED, "");
        keyed.admit(Stories.GOOD);
        stories.policyAlso("tags: {Team: platform}\n");

        Conclusion second = keyed.admit(Stories.GOOD);

        assertThat(second.outcome().id()).isEqualTo("policy-denied");
        assertThat(second.visit().requestId()).isEqualTo(keyed.lastRequestId());
        assertThat(keyed.types()).containsExactly(EventType.INTENDED, EventType.COMPLETED);
    }

    @Test
    void triesAHundredTimesAndThenStaysWithTheLastOutcome() {
        refusing(Problem.THROTTLED, "");
        for (int i = 0; i < Standing.MAX_ATTEMPTS; i++) {
            assertThat(keyed.admit(Stories.GOOD).replayed()).isFalse();
        }
        clusters.creating(clusters::make);

        Conclusion last = keyed.admit(Stories.GOOD);

        assertThat(last.outcome().id()).isEqualTo("throttled");
        assertThat(last.replayed()).isTrue();
        assertThat(clusters.requests()).hasSize(100);
        assertThat(keyed.events()).hasSize(200);
    }

    @Test
    void refusesAnotherBodyAndPointsAtWhatDiffers() {
        keyed.admit(Stories.GOOD);
        List<AuditEvent> recorded = keyed.events();

        Conclusion other =
                keyed.admit(
                        Stories.GOOD
                                .replace("\"InstanceCount\": 2", "\"InstanceCount\": 3")
                                .replace(
                                        "\"OnCreate\": \"on_create.sh\"",
                                        "\"Secret\": \"hunter2\""));

        Refused refused = (Refused) other.outcome();
        assertThat(refused.id()).isEqualTo("idempotency-key-reused");
        assertThat(refused.refusal().about()).contains(Keyed.ID);
        assertThat(refused.findings())
                .extracting(finding -> finding.pointer().toString())
                .containsExactly(
                        "/InstanceGroups/0/InstanceCount",
                        "/InstanceGroups/0/LifeCycleConfig/Secret",
                        "/InstanceGroups/0/LifeCycleConfig/OnCreate");
        assertThat(refused.findings()).noneMatch(f -> f.message().contains("hunter2"));
        assertThat(other.visit().requestId()).isEqualTo(keyed.lastRequestId());
        assertThat(other.replayed()).isFalse();
        assertThat(keyed.events()).isEqualTo(recorded);
        assertThat(keyed.events(keyed.lastRequestId()))
                .singleElement()
                .matches(event -> event.type() == EventType.REFUSED)
                .matches(event -> event.text("outcome").orElseThrow().equals(refused.id()));
    }

    @Test
    void refusesABodyWithoutCanonicalFormAsAnother() {
        keyed.admit(Stories.GOOD);

        Conclusion other =
                keyed.admit(
                        Stories.GOOD.replace("\"InstanceCount\": 2", "\"InstanceCount\": 2e999"));

        assertThat(other.outcome().id()).isEqualTo("idempotency-key-reused");
        assertThat(other.outcome().findings()).hasSize(1);
    }

    @Test
    void refusesAnUnreadableBodyAsAlways() {
        keyed.admit(Stories.GOOD);

        Conclusion unreadable = keyed.admit("{");

        assertThat(unreadable.outcome().id()).isEqualTo("malformed-request");
        assertThat(unreadable.visit().requestId()).isEqualTo(keyed.lastRequestId());
    }

    @Test
    void keepsAKeyFreeThatWasOnlyRefused() {
        Conclusion refused = keyed.admit(Stories.GOOD.replace("ml.m5.xlarge", "ml.p5.48xlarge"));
        assertThat(refused.visit().requestId()).isEqualTo(keyed.lastRequestId());
        keyed.admit("{}");
        assertThat(keyed.events()).isEmpty();

        assertThat(keyed.admit(Stories.GOOD).outcome()).isInstanceOf(Created.class);
        assertThat(keyed.types()).containsExactly(EventType.INTENDED, EventType.COMPLETED);
    }

    @Test
    void rehearsesAsIfThereWereNoKey() {
        keyed.admit(Stories.GOOD);

        Conclusion rehearsal = keyed.rehearse(Stories.GOOD.replace("vision", "other"));

        assertThat(rehearsal.outcome()).isInstanceOf(Outcome.WouldCreate.class);
        assertThat(rehearsal.visit().requestId()).isEqualTo(keyed.lastRequestId());
        assertThat(((Outcome.WouldCreate) rehearsal.outcome()).effectiveRequest().toText())
                .contains(keyed.lastRequestId());
        assertThat(keyed.events()).hasSize(2);
    }

    @Test
    void letsTwoCallersWithTheSameKeyNeverMeet() {
        Conclusion one = keyed.admit(Stories.GOOD);
        Conclusion other =
                keyed.submit(
                        Stories.GOOD.replace("vision", "other"),
                        Keyed.KEY,
                        false,
                        Stories.role("ml-other"));

        assertThat(other.outcome()).isInstanceOf(Created.class);
        assertThat(other.replayed()).isFalse();
        assertThat(other.visit().requestId()).isNotEqualTo(one.visit().requestId());
        assertThat(clusters.requests()).hasSize(2);
    }

    @Test
    void sharesAKeyAmongTheSessionsOfARole() {
        keyed.admit(Stories.GOOD);

        var session =
                new io.hyperpodgateway.identity.AssumedRole(
                        "arn:aws:iam::111122223333:role/ml-research",
                        "AROAROLE",
                        "111122223333",
                        "al");
        assertThat(keyed.submit(Stories.GOOD, Keyed.KEY, false, session).replayed()).isTrue();
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
                new Creation.NotMade(problem, "its own words", findings, false, Optional.empty()));
    }
}
