package io.hyperpodgateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.outcome.Translation;
import io.hyperpodgateway.admission.port.CreationResult;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.EventType;
import io.hyperpodgateway.audit.FailingAuditLog;
import io.hyperpodgateway.audit.FailingAuditLog.LogMethod;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Each event that may be a request's last carries what lists show beyond the index.
class ListedAttributesTest {

    private static final String BY_TYPE = "{\"ml.m5.xlarge\":2}";
    private static final String COST = "{\"total\":\"0.46\",";
    private static final String AUDITED = "[\"watched-names\"]";

    private final AdmissionFixture admissionFixture = new AdmissionFixture();
    private final KeyedRequests keyedRequests = new KeyedRequests(admissionFixture);

    @BeforeEach
    void price() {
        admissionFixture.policyAlso("prices: {ml.m5.xlarge: 0.23}\n");
    }

    @Test
    void areOnARefusal() {
        admissionFixture.admit(AdmissionFixture.GOOD.replace("\"Team\"", "\"Teams\""));

        AuditEvent refused = last(EventType.REFUSED);

        assertAsked(refused);
        assertThat(refused.text("rules")).contains("[\"team-tag\"]");
        assertThat(refused.text("auditRules")).contains(AUDITED);
    }

    @Test
    void areOnARefusalAsFarAsTheRequestCanBeRead() {
        admissionFixture.admit(AdmissionFixture.GOOD.replace("\"ClusterName\": \"vision\",", ""));
        AuditEvent refused = last(EventType.REFUSED);
        assertThat(refused.members().integer("instances")).contains(2L);
        assertThat(refused.text("byType")).contains(BY_TYPE);
        assertThat(refused.text("hourlyCost")).isEmpty();
        assertThat(refused.text("rules")).contains("[\"required\"]");
        assertThat(refused.text("auditRules")).isEmpty();
    }

    @Test
    void areNotOnARefusalOfWhatCannotBeRead() {
        admissionFixture.admit("{");

        assertThat(last(EventType.REFUSED).members())
                .satisfies(members ->
                        assertThat(members.members())
                                .doesNotContainKeys("instances", "byType", "hourlyCost"));
    }

    @Test
    void areOnADryRun() {
        admissionFixture.dryRun(AdmissionFixture.GOOD);

        AuditEvent event = last(EventType.DRY_RUN);

        assertAsked(event);
        assertThat(event.text("rules")).isEmpty();
        assertThat(event.text("auditRules")).contains(AUDITED);
    }

    @Test
    void areOnAnIntentAndItsOutcome() {
        admissionFixture.admit(AdmissionFixture.GOOD.replace("ml.m5.xlarge", "ml.m5.new"));

        for (AuditEvent event :
                admissionFixture.log.eventsOf(AdmissionFixture.ID, Duration.ofSeconds(1))) {
            assertThat(event.members().integer("instances")).contains(2L);
            assertThat(event.text("byType")).contains("{\"ml.m5.new\":2}");
            assertThat(event.text("hourlyCost").orElseThrow())
                    .contains("\"unpriced\":[\"ml.m5.new\"]");
            assertThat(event.text("rules")).contains("[\"unknown-instance-type\"]");
            assertThat(event.text("auditRules")).contains(AUDITED);
        }
        last(EventType.COMPLETED);
    }

    @Test
    void nameTheRulesOfTheOutcomeBesideThoseOfTheIntent() {
        admissionFixture.clusters.creating(_ ->
                new CreationResult.NotMade(
                        Problem.RESOURCE_LIMIT_EXCEEDED,
                        "too many",
                        List.of(Translation.LIMIT.finding("too many")),
                        false,
                        Optional.empty()));
        admissionFixture.admit(AdmissionFixture.GOOD.replace("ml.m5.xlarge", "ml.m5.new"));

        assertThat(last(EventType.COMPLETED).text("rules"))
                .contains("[\"unknown-instance-type\",\"quota-exceeded\"]");
    }

    @Test
    void areOnWhatALaterLookFinds() {
        admissionFixture.clusters.creating(request -> {
            admissionFixture.clusters.make(request);
            return new CreationResult.Unknown("lost", Optional.empty());
        });
        admissionFixture.recordingTo(
                FailingAuditLog.refusing(admissionFixture.log, LogMethod.CONCLUDE));
        keyedRequests.admit(AdmissionFixture.GOOD);
        assertThat(keyedRequests.types()).containsExactly(EventType.INTENDED);
        admissionFixture.recordingTo(admissionFixture.log);
        admissionFixture.advance(Duration.ofMinutes(3));

        assertThat(keyedRequests.admit(AdmissionFixture.GOOD).outcome().id()).isEqualTo("created");

        AuditEvent resolved = keyedRequests.events().getLast();
        assertThat(resolved.type()).isEqualTo(EventType.RESOLVED);
        assertAsked(resolved);
        assertThat(resolved.text("auditRules")).contains(AUDITED);
    }

    /// They name groups and types of the request.
    @Test
    void areNotRepeatedInTheLog() {
        admissionFixture.admit(AdmissionFixture.GOOD);

        assertThat(last(EventType.COMPLETED).reduced(place -> place).members().members())
                .containsKey("instances")
                .doesNotContainKeys("byType", "hourlyCost");
    }

    private static void assertAsked(AuditEvent event) {
        assertThat(event.members().integer("instances")).contains(2L);
        assertThat(event.text("byType")).contains(BY_TYPE);
        assertThat(event.text("hourlyCost").orElseThrow()).startsWith(COST);
        assertThat(event.hashMatches()).isTrue();
    }

    private AuditEvent last(EventType type) {
        AuditEvent last =
                admissionFixture.log.eventsOf(AdmissionFixture.ID, Duration.ofSeconds(1)).getLast();
        assertThat(last.type()).isEqualTo(type);
        return last;
    }
}
