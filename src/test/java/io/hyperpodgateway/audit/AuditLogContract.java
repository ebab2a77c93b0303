package io.hyperpodgateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hyperpodgateway.audit.WriteResult.Recorded;
import io.hyperpodgateway.audit.WriteResult.Taken;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.text.Sha256;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// The contract of audit logs, run against the fake and the real one.
public abstract class AuditLogContract {

    protected static final Duration BUDGET = Duration.ofSeconds(20);

    private static final String FINDINGS =
            "[{\"source\":\"policy\",\"rule\":\"x\",\"level\":\"INFO\",\"pointer\":\"/Tags\",\"message\":\"hush\","
                    + "\"fix\":[{\"op\":\"remove\",\"path\":\"/hush\"}],\"audit\":true}]";
    private static final String BARE_FINDINGS =
            "[{\"rule\":\"x\",\"pointer\":\"/Tags\",\"level\":\"INFO\",\"audit\":true}]";

    protected final String requestId = "r-" + UUID.randomUUID();
    private AuditLog log;

    /// The record under test; it may contain other requests.
    protected abstract AuditLog log();

    /// The ids of the requests with an open intent.
    protected abstract List<String> openRequests();

    @BeforeEach
    void takeTheLog() {
        log = log();
    }

    @Test
    void knowsNoEventsOfAnUnknownRequest() {
        assertThat(log.eventsOf(requestId, BUDGET)).isEmpty();
    }

    @Test
    void putsAnIntentAndOpensIt() {
        AuditEvent intent = SampleEvents.intent(requestId);

        assertThat(log.intend(intent, BUDGET)).isEqualTo(new Recorded());

        assertThat(log.eventsOf(requestId, BUDGET)).containsExactly(intent);
        assertThat(openRequests()).contains(requestId);
    }

    @Test
    void putsAnOutcomeAndClosesTheIntent() {
        AuditEvent intent = SampleEvents.intent(requestId);
        AuditEvent outcome = SampleEvents.outcome(intent, "created");
        log.intend(intent, BUDGET);

        assertThat(log.conclude(outcome, BUDGET)).isEqualTo(new Recorded());

        assertThat(log.eventsOf(requestId, BUDGET)).containsExactly(intent, outcome);
        assertThat(openRequests()).doesNotContain(requestId);
    }

    @Test
    void appendsARefusalWithItsBodyWhichMayBeLong() {
        String body = "{\"ClusterName\": \"" + " é".repeat(20_000) + "\"}";
        AuditEvent refusal =
                AuditEvent.seal(
                        SampleEvents.refusal(requestId, "policy-denied")
                                .members()
                                .with("body", Json.of(body))
                                .with("request", Json.of(body))
                                .with("requestSha256", Json.of(Sha256.hex(body)))
                                .with("decidedAt", Json.of("2026-11-23T10:00:00.000Z")));

        assertThat(log.append(refusal, BUDGET)).isEqualTo(new Recorded());

        assertThat(log.eventsOf(requestId, BUDGET)).containsExactly(refusal);
    }

    @Test
    void appendsALargeRefusalByItsSizeAndTheReducedFormOfAnyEvent() {
        AuditEvent refusal =
                AuditEvent.seal(
                        SampleEvents.refusal(requestId, "policy-denied")
                                .members()
                                .with("bodySha256", Json.of("0".repeat(64)))
                                .with("requestSize", Json.of(40_000))
                                .with("findings", Json.of(FINDINGS)));
        AuditEvent reduced = refusal.reduced(UnaryOperator.identity());

        assertThat(log.append(reduced, BUDGET)).isEqualTo(new Recorded());

        AuditEvent read = log.eventsOf(requestId, BUDGET).getFirst();
        assertThat(read).isEqualTo(reduced);
        assertThat(read.hashMatches()).isTrue();
        assertThat(read.members().integer("requestSize")).contains(40_000L);
        assertThat(read.text("findings")).contains(BARE_FINDINGS);
    }

    @Test
    void appendsAnEventWithoutIntent() {
        AuditEvent refusal = SampleEvents.refusal(requestId, "policy-denied");

        assertThat(log.append(refusal, BUDGET)).isEqualTo(new Recorded());

        assertThat(log.eventsOf(requestId, BUDGET)).containsExactly(refusal);
        assertThat(openRequests()).doesNotContain(requestId);
    }

    @Test
    void takesItsOwnEventForASuccess() {
        AuditEvent intent = SampleEvents.intent(requestId);
        AuditEvent outcome = SampleEvents.outcome(intent, "created");
        log.intend(intent, BUDGET);
        assertThat(log.intend(intent, BUDGET)).isEqualTo(new Recorded());

        log.conclude(outcome, BUDGET);
        assertThat(log.conclude(outcome, BUDGET)).isEqualTo(new Recorded());
    }

    @Test
    void takesItsOwnAppendedEventForASuccess() {
        AuditEvent refusal = SampleEvents.refusal(requestId, "policy-denied");
        log.append(refusal, BUDGET);

        assertThat(log.append(refusal, BUDGET)).isEqualTo(new Recorded());
    }

    @Test
    void showsTheWinnerOfAnIntent() {
        AuditEvent first = SampleEvents.intent(requestId);
        AuditEvent second =
                AuditEvent.seal(
                        SampleEvents.intentAttributes(requestId)
                                .with("clusterName", Json.of("ml-2")));
        log.intend(first, BUDGET);

        assertThat(log.intend(second, BUDGET)).isEqualTo(new Taken(first));
        assertThat(log.eventsOf(requestId, BUDGET)).containsExactly(first);
    }

    @Test
    void opensNoSecondIntentWhileOneIsOpen() {
        AuditEvent first = SampleEvents.intent(requestId);
        AuditEvent second =
                AuditEvent.seal(
                        SampleEvents.intentAttributes(requestId)
                                .with("sk", Json.of("EVENT#0003"))
                                .with("sequence", Json.of(3)));
        log.intend(first, BUDGET);

        assertThatExceptionOfType(AuditUnavailableException.class)
                .isThrownBy(() -> log.intend(second, BUDGET));
        assertThat(log.eventsOf(requestId, BUDGET)).containsExactly(first);
    }

    @Test
    void showsTheWinnerOfAnOutcome() {
        AuditEvent intent = SampleEvents.intent(requestId);
        AuditEvent first = SampleEvents.outcome(intent, "created");
        AuditEvent second = SampleEvents.outcome(intent, "cluster-exists");
        log.intend(intent, BUDGET);
        log.conclude(first, BUDGET);

        assertThat(log.conclude(second, BUDGET)).isEqualTo(new Taken(first));
    }

    @Test
    void showsTheWinnerOfAnAppendedEvent() {
        AuditEvent first = SampleEvents.refusal(requestId, "policy-denied");
        AuditEvent second = SampleEvents.refusal(requestId, "invalid-request");
        log.append(first, BUDGET);

        assertThat(log.append(second, BUDGET)).isEqualTo(new Taken(first));
    }

    @Test
    void keepsEventsInOrderThroughASecondAttempt() {
        AuditEvent intent = SampleEvents.intent(requestId);
        AuditEvent throttled = SampleEvents.outcome(intent, "throttled");
        AuditEvent again = SampleEvents.another(intent);
        log.intend(intent, BUDGET);
        log.conclude(throttled, BUDGET);

        assertThat(log.intend(again, BUDGET)).isEqualTo(new Recorded());

        assertThat(log.eventsOf(requestId, BUDGET)).containsExactly(intent, throttled, again);
        assertThat(openRequests()).contains(requestId);
    }

    @Test
    void knowsNoAttemptAtAnUnknownRequest() {
        assertThat(log.lastAttempt(requestId, BUDGET)).isEmpty();
    }

    @Test
    void knowsTheLastAttemptAlone() {
        AuditEvent intent = SampleEvents.intent(requestId);
        AuditEvent throttled = SampleEvents.outcome(intent, "throttled");
        AuditEvent again = SampleEvents.another(intent);
        AuditEvent created = SampleEvents.outcome(again, "created");

        log.intend(intent, BUDGET);
        assertThat(log.lastAttempt(requestId, BUDGET)).containsExactly(intent);
        log.conclude(throttled, BUDGET);
        assertThat(log.lastAttempt(requestId, BUDGET)).containsExactly(intent, throttled);
        log.intend(again, BUDGET);
        assertThat(log.lastAttempt(requestId, BUDGET)).containsExactly(again);
        log.conclude(created, BUDGET);
        assertThat(log.lastAttempt(requestId, BUDGET)).containsExactly(again, created);
    }

    @Test
    void knowsTheLastAttemptOfTheLargestLegalRequest() {
        String request = LargestRequest.text();
        AuditEvent intent = SampleEvents.intent(requestId, request, request);
        AuditEvent throttled = SampleEvents.outcome(intent, "throttled");
        log.intend(intent, BUDGET);
        log.conclude(throttled, BUDGET);
        log.intend(SampleEvents.another(intent), BUDGET);

        AuditEvent again = log.lastAttempt(requestId, BUDGET).getFirst();

        assertThat(again.sequence()).isEqualTo(3);
        assertThat(again.text("request")).contains(request);
        assertThat(again.text("body")).contains(request);
    }

    @Test
    void keepsTheLargestLegalRequestWhole() {
        String request = LargestRequest.text();
        AuditEvent intent = SampleEvents.intent(requestId, request, request);
        assertThat(intent.besideRequest()).isPresent();

        assertThat(log.intend(intent, BUDGET)).isEqualTo(new Recorded());
        assertThat(log.intend(intent, BUDGET)).isEqualTo(new Recorded());

        AuditEvent read = log.eventsOf(requestId, BUDGET).getFirst();
        assertThat(read).isEqualTo(intent);
        assertThat(read.text("request")).contains(request);
        assertThat(read.text("body")).contains(request);
        assertThat(read.hashMatches()).isTrue();
    }

    @Test
    void appendsTheLargestLegalRequestWhole() {
        String request = LargestRequest.text();
        AuditEvent event = SampleEvents.intent(requestId, request, request);

        assertThat(log.append(event, BUDGET)).isEqualTo(new Recorded());

        assertThat(log.eventsOf(requestId, BUDGET)).containsExactly(event);
    }

    @Test
    void letsOneOfManyWin() throws Exception {
        List<AuditEvent> rivals =
                IntStream.range(0, 20)
                        .mapToObj(i ->
                                AuditEvent.seal(
                                        SampleEvents.intentAttributes(requestId)
                                                .with("lambdaRequestId", Json.of("" + i))))
                        .toList();

        List<WriteResult> recordings = atOnce(rivals);

        AuditEvent winner = log.eventsOf(requestId, BUDGET).getFirst();
        assertThat(recordings).containsOnlyOnce(new Recorded());
        assertThat(recordings)
                .filteredOn(Taken.class::isInstance)
                .hasSize(19)
                .containsOnly(new Taken(winner));
    }

    private List<WriteResult> atOnce(List<AuditEvent> rivals)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(rivals.size())) {
            List<Callable<WriteResult>> calls =
                    rivals.stream()
                            .<Callable<WriteResult>>map(rival -> () -> log.intend(rival, BUDGET))
                            .toList();
            var recordings = new ArrayList<WriteResult>();
            for (Future<WriteResult> future : threads.invokeAll(calls))
                recordings.add(future.get());
            return recordings;
        }
    }
}
