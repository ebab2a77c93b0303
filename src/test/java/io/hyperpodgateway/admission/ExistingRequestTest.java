package io.hyperpodgateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.admission.key.IdempotencyKey;
import io.hyperpodgateway.admission.outcome.Conclusion;
import io.hyperpodgateway.admission.outcome.Outcome;
import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.outcome.Translation;
import io.hyperpodgateway.admission.port.CreationResult;
import io.hyperpodgateway.admission.port.LookupFailedException;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.FailingAuditLog;
import io.hyperpodgateway.audit.FailingAuditLog.LogMethod;
import io.hyperpodgateway.audit.SlowAuditLog;
import io.hyperpodgateway.corpus.Sentences;
import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.identity.Identity;
import io.hyperpodgateway.json.JsonObject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The name is used by the caller's own earlier request: the refusal names that request.
class ExistingRequestTest {

    private static final String FIRST = "r-" + "1".repeat(32);
    private static final String SECOND = "r-" + "2".repeat(32);
    private static final String TAG = "hyperpod-gateway:request-id";
    private static final Identity JO = AdmissionFixture.role("ml-research");
    private static final Identity STRANGER = AdmissionFixture.role("ml-other");
    private static final String OTHER_BODY =
            AdmissionFixture.GOOD.replace("\"InstanceCount\": 2", "\"InstanceCount\": 1");

    private final AdmissionFixture admissionFixture = new AdmissionFixture();

    @BeforeEach
    void createTheFirst() {
        assertThat(send(FIRST, JO, AdmissionFixture.GOOD).id()).isEqualTo("created");
        admissionFixture.clusters.creating(ExistingRequestTest::taken);
    }

    @Test
    void namesTheCallersOwnRequestOfTheSameBody() {
        // the order of members and white space do not make another body
        String same = AdmissionFixture.GOOD.replace("{\"ClusterName\": \"vision\",", "{").strip();
        same = same.substring(0, same.length() - 1) + ", \"ClusterName\" : \"vision\"}";

        Outcome outcome = send(SECOND, JO, same);

        assertThat(outcome.id()).isEqualTo("cluster-exists");
        assertThat(outcome.existing()).contains(FIRST);
        assertThat(message(outcome)).contains(FIRST, "the same body", "new key");
        Sentences.hold(message(outcome));
        assertThat(last(SECOND).text("existingRequestId")).contains(FIRST);
    }

    @Test
    void saysThatTheBodyWasAnother() {
        Outcome outcome = send(SECOND, JO, OTHER_BODY);

        assertThat(outcome.existing()).contains(FIRST);
        assertThat(message(outcome)).contains(FIRST, "another body", "new key");
        Sentences.hold(message(outcome));
    }

    @Test
    void saysTheSameOnAReplay() {
        Conclusion first = keyed(SECOND);
        admissionFixture.clusters.delete("vision");
        Conclusion replay = keyed("r-" + "3".repeat(32));

        assertThat(first.outcome().existing()).contains(FIRST);
        assertThat(replay.replayed()).isTrue();
        assertThat(replay.outcome()).isEqualTo(first.outcome());
    }

    @Test
    void saysNothingOfAnothersRequest() {
        Outcome outcome = send(SECOND, STRANGER, AdmissionFixture.GOOD);

        assertThat(outcome.existing()).isEmpty();
        assertThat(outcome.toString()).doesNotContain(FIRST, "body", ScriptedClusters.ARN);
        assertThat(last(SECOND).members().toText()).doesNotContain(FIRST, ScriptedClusters.ARN);
    }

    @Test
    void believesNoCopiedTag() {
        admissionFixture.clusters.putOther("vision", Map.of(TAG, FIRST));

        assertThat(send(SECOND, JO, AdmissionFixture.GOOD).existing()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "somebody",
                "r-ffffffffffffffffffffffffffffffff",
                "R-11111111111111111111111111111111",
                "r-11111111111111111111111111111111 ",
                "#REQUEST"
            })
    void believesNoTagThatNamesNoRequest(String tag) {
        admissionFixture.clusters.put(
                "vision", "InService", AdmissionFixture.NOW, Map.of(TAG, tag));

        Outcome outcome = send(SECOND, JO, AdmissionFixture.GOOD);

        assertThat(outcome.id()).isEqualTo("cluster-exists");
        assertThat(outcome.existing()).isEmpty();
    }

    @Test
    void namesTheRequestOfAClusterThatIsBeingDeletedToo() {
        admissionFixture.clusters.put("vision", "Deleting", Instant.EPOCH, Map.of(TAG, FIRST));

        assertThat(send(SECOND, JO, AdmissionFixture.GOOD).existing()).contains(FIRST);
    }

    @Test
    void namesItWhereTheCallsAnswerWasLost() {
        admissionFixture.clusters.creating(
                _ -> new CreationResult.Unknown("time ran out", Optional.empty()));

        Outcome outcome = send(SECOND, JO, AdmissionFixture.GOOD);

        assertThat(outcome.id()).isEqualTo("cluster-exists");
        assertThat(outcome.existing()).contains(FIRST);
    }

    @Test
    void namesItWhereALaterLookSettlesTheRequest() {
        admissionFixture.clusters.failLookups(
                new LookupFailedException(Problem.THROTTLED, "slow", new RuntimeException()));
        assertThat(keyed(SECOND).outcome().id()).isEqualTo("outcome-unknown");
        admissionFixture.clusters.lookAgain();
        admissionFixture.advance(Duration.ofMinutes(3));

        Conclusion settled = keyed("r-" + "3".repeat(32));

        assertThat(settled.outcome().id()).isEqualTo("cluster-exists");
        assertThat(settled.outcome().existing()).contains(FIRST);
        assertThat(message(settled.outcome())).contains("the same body");
        assertThat(keyed("r-" + "4".repeat(32)).outcome()).isEqualTo(settled.outcome());
    }

    @Test
    void isLeftOutWhereTheRecordCannotBeRead() {
        admissionFixture.recordingTo(
                FailingAuditLog.refusing(admissionFixture.log, LogMethod.EVENTS_OF));

        Outcome outcome = send(SECOND, JO, AdmissionFixture.GOOD);

        assertThat(outcome.id()).isEqualTo("cluster-exists");
        assertThat(outcome.existing()).isEmpty();
        assertThat(last(SECOND).text("outcome")).contains("cluster-exists");
        assertThat(last(SECOND).text("existingRequestId")).isEmpty();
        assertThat(admissionFixture.telemetry.unread()).hasSize(1);
    }

    @Test
    void isLeftOutWhereReadingBreaks() {
        admissionFixture.recordingTo(
                new SlowAuditLog(
                        admissionFixture.log,
                        () -> {
                            throw new IllegalStateException("a bug");
                        }));

        assertThat(send(SECOND, JO, AdmissionFixture.GOOD).id()).isEqualTo("cluster-exists");
        assertThat(last(SECOND).text("outcome")).contains("cluster-exists");
    }

    /// The read must leave time to record the outcome.
    @ParameterizedTest
    @CsvSource({"20000, 1000", "2900, 1000", "2800, 1000", "2000, 200", "1900, 100"})
    void isReadWithinTheTimeThatIsKeptForTheOutcome(long left, long budget) {
        var slow = new SlowAuditLog(admissionFixture.log, () -> {});
        admissionFixture.recordingTo(slow);
        takingUntil(left);

        assertThat(send(SECOND, JO, AdmissionFixture.GOOD).existing()).contains(FIRST);
        assertThat(slow.budgets()).hasSize(2).last().isEqualTo(Duration.ofMillis(budget));
    }

    @ParameterizedTest
    @ValueSource(longs = {1_899, 1_000, 0, -1})
    void isNotReadWhereTimeIsShort(long left) {
        var slow = new SlowAuditLog(admissionFixture.log, () -> {});
        admissionFixture.recordingTo(slow);
        takingUntil(left);

        Outcome outcome = send(SECOND, JO, AdmissionFixture.GOOD);

        assertThat(outcome.id()).isEqualTo("cluster-exists");
        assertThat(outcome.existing()).isEmpty();
        assertThat(slow.budgets()).hasSize(1);
        assertThat(last(SECOND).text("outcome")).contains("cluster-exists");
    }

    private void takingUntil(long left) {
        admissionFixture.clusters.creating(request -> {
            admissionFixture.remaining(Duration.ofMillis(left));
            return taken(request);
        });
    }

    private static CreationResult taken(JsonObject request) {
        return new CreationResult.NotMade(
                Problem.CLUSTER_EXISTS,
                "taken",
                List.of(Translation.NAME_TAKEN.finding("taken")),
                false,
                Optional.of("aws-2"));
    }

    private Outcome send(String requestId, Identity identity, String body) {
        return admissionFixture
                .admit(
                        AdmissionFixture.context(identity).withRequestId(requestId),
                        false,
                        Optional.empty(),
                        body)
                .outcome();
    }

    private Conclusion keyed(String requestId) {
        return admissionFixture.admit(
                AdmissionFixture.context(JO).withRequestId(requestId),
                false,
                Optional.of(new IdempotencyKey("key-2")),
                AdmissionFixture.GOOD);
    }

    private AuditEvent last(String requestId) {
        return admissionFixture.log.eventsOf(requestId, Duration.ofSeconds(1)).getLast();
    }

    private static String message(Outcome outcome) {
        assertThat(outcome.findings()).hasSize(1);
        Finding finding = outcome.findings().getFirst();
        assertThat(finding.rule()).isEqualTo("cluster-name-taken");
        return finding.message();
    }
}
