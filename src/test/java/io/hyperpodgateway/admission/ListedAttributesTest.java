package io.hyperpodgateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.outcome.Translation;
import io.hyperpodgateway.admission.port.Creation;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.EventType;
import io.hyperpodgateway.audit.FailingAuditLog;
import io.hyperpodgateway.audit.FailingAuditLog.Call;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a list shows of a request beyond the index is on every event that may be its last.
class ListedAttributesTest {

    private static final String BY_TYPE = "{\"ml.m5.xlarge\":2}";
    private static final String COST = "{\"total\":\"0.46\",";
    private static final String AUDITED = "[\"watched-names\"]";

    private final Stories stories = new Stories();
    private final Keyed keyed = new Keyed(stories);

    @BeforeEach
    void price() {
        stories.policyAlso("prices: {ml.m5.xlarge: 0.23}\n");
    }

    @Test
    void areOnARefusal() {
        stories.admit(Stories.GOOD.replace("\"Team\"", "\"Teams\""));

        AuditEvent refused = last(EventType.REFUSED);

        assertAsked(refused);
        assertThat(refused.text("rules")).contains("[\"team-tag\"]");
        assertThat(refused.text("auditRules")).contains(AUDITED);
    }

    @Test
    void areOnARefusalAsFarAsTheRequestCanBeRead() {
        stories.admit(Stories.GOOD.replace("\"ClusterName\": \"vision\",", ""));
        AuditEvent refused = last(EventType.REFUSED);
        assertThat(refused.members().integer("instances")).contains(2L);
        assertThat(refused.text("byType")).contains(BY_TYPE);
        assertThat(refused.text("hourlyCost")).isEmpty();
        assertThat(refused.text("rules")).contains("[\"required\"]");
        assertThat(refused.text("auditRules")).isEmpty();
    }

    @Test
    void areNotOnARefusalOfWhatCannotBeRead() {
        stories.admit("{");

        assertThat(last(EventType.REFUSED).members())
                .satisfies(members ->
                        assertThat(members.members())
                                .doesNotContainKeys("instances", "byType", "hourlyCost"));
    }

    @Test
    void areOnADryRun() {
        stories.rehearse(Stories.GOOD);

        AuditEvent event = last(EventType.DRY_RUN);

        assertAsked(event);
        assertThat(event.text("rules")).isEmpty();
        assertThat(event.text("auditRules")).contains(AUDITED);
    }

    @Test
    void areOnAnIntentAndItsOutcome() {
        stories.admit(Stories.GOOD.replace("ml.m5.xlarge", "ml.m5.new"));

        for (AuditEvent event : stories.log.eventsOf(Stories.ID, Duration.ofSeconds(1))) {
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
        stories.clusters.creating(_ ->
                new Creation.NotMade(
                        Problem.RESOURCE_LIMIT_EXCEEDED,
                        "too many",
                        List.of(Translation.LIMIT.finding("too many")),
                        false,
                        Optional.empty()));
        stories.admit(Stories.GOOD.replace("ml.m5.xlarge", "ml.m5.new"));

        assertThat(last(EventType.COMPLETED).text("rules"))
                .contains("[\"unknown-instance-type\",\"quota-exceeded\"]");
    }

    @Test
    void areOnWhatALaterLookFinds() {
        stories.clusters.creating(request -> {
            stories.clusters.make(request);
            return new Creation.Unknown("lost", Optional.empty());
        });
        stories.recordingTo(FailingAuditLog.refusing(stories.log, Call.CONCLUDE));
        keyed.admit(Stories.GOOD);
        assertThat(keyed.types()).containsExactly(EventType.INTENDED);
        stories.recordingTo(stories.log);
        stories.later(Duration.ofMinutes(3));

        assertThat(keyed.admit(Stories.GOOD).outcome().id()).isEqualTo("created");

        AuditEvent resolved = keyed.events().getLast();
        assertThat(resolved.type()).isEqualTo(EventType.RESOLVED);
        assertAsked(resolved);
        assertThat(resolved.text("auditRules")).contains(AUDITED);
    }

    /// They name groups and types of the request.
    @Test
    void areNotRepeatedInTheLog() {
        stories.admit(Stories.GOOD);

        assertThat(last(EventType.COMPLETED).reduced(place -> place).members().members())
                .containsKey("instances")
                .doesNotContainKeys("byType", "hourlyCost");
    }

    private static void assertAsked(AuditEvent event) {
        assertThat(event.members().integer("instances")).contains(2L);
        assertThat(event.text("byType")).contains(BY_TYPE);
        assertThat(event.text("hourlyCost").orElseThrow()).startsWith(COST);
        assertThat(event.hashHolds()).isTrue();
    }

    private AuditEvent last(EventType type) {
        AuditEvent last = stories.log.eventsOf(Stories.ID, Duration.ofSeconds(1)).getLast();
        assertThat(last.type()).isEqualTo(type);
        return last;
    }
}
