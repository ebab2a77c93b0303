package io.hyperpodgateway.admission;

import io.hyperpodgateway.admission.StageResult.Passed;
import io.hyperpodgateway.admission.StageResult.Replayed;
import io.hyperpodgateway.admission.StageResult.Stopped;
import io.hyperpodgateway.admission.key.BodyDifferences;
import io.hyperpodgateway.admission.key.IdempotencyKey;
import io.hyperpodgateway.admission.key.IdempotencyState;
import io.hyperpodgateway.admission.key.IdempotencyState.Concluded;
import io.hyperpodgateway.admission.key.IdempotencyState.Free;
import io.hyperpodgateway.admission.key.IdempotencyState.Open;
import io.hyperpodgateway.admission.key.IdempotencyState.Reused;
import io.hyperpodgateway.admission.outcome.Conclusion;
import io.hyperpodgateway.admission.outcome.Outcome;
import io.hyperpodgateway.admission.outcome.Outcomes;
import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.outcome.Refusal;
import io.hyperpodgateway.admission.port.Budgets;
import io.hyperpodgateway.admission.port.Ports;
import io.hyperpodgateway.admission.port.Settler;
import io.hyperpodgateway.admission.port.Telemetry;
import io.hyperpodgateway.admission.settlement.SettlementTimings;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.GatewayIdentity;
import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.json.CanonicalJson;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.text.Reading;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Looks up a request's idempotency key: whether to proceed, or to answer at once.
final class IdempotencyStage {

    private final AuditLog log;
    private final Settler settler;
    private final Telemetry telemetry;
    private final String gateway;
    private final Clock clock;

    IdempotencyStage(Ports ports, Settler settler, GatewayIdentity gatewayIdentity, Clock clock) {
        this.log = ports.log();
        this.settler = settler;
        this.telemetry = ports.telemetry();
        this.gateway = gatewayIdentity.name();
        this.clock = clock;
    }

    /// The attempt for this submission. Without a key it is always a first attempt.
    StageResult<Attempt> lookUp(Submission submission, Caller caller, JsonObject document) {
        RequestContext context =
                submission
                        .keyed()
                        .map(key ->
                                submission
                                        .context()
                                        .withRequestId(requestId(key, submission, caller)))
                        .orElse(submission.context());
        var attempt =
                new Attempt(
                        submission,
                        context,
                        document,
                        Optional.empty(),
                        Budgets.untilIntended(submission.deadline()));
        return attempt.isKeyed() ? lookUp(attempt) : new Passed<>(attempt);
    }

    /// The answer if another caller with the same key was faster: the outcome of its request, or
    /// that the request is in progress.
    ///
    /// @param winner the event recorded in place of the intent
    <T> StageResult<T> lostRace(Attempt attempt, AuditEvent winner) {
        List<AuditEvent> events = eventsOrElse(attempt, winner);
        return switch (IdempotencyState.of(events, bodySha256(attempt.document()))) {
            case Reused(var intent) -> reused(attempt, intent);
            case Open _ -> inProgress(attempt);
            case Concluded(var intent, var outcome) -> replay(attempt, intent, outcome);
            case Free(var outcome) -> replay(attempt, events.getFirst(), outcome.orElseThrow());
        };
    }

    private StageResult<Attempt> lookUp(Attempt attempt) {
        List<AuditEvent> events;
        try {
            events =
                    log.lastAttempt(
                            attempt.context().requestId(),
                            Budgets.forKeyLookup(attempt.untilIntended()));
        } catch (AuditUnavailableException e) {
            telemetry.recordNotRead(attempt.submission().context(), e);
            return stopped(
                    attempt,
                    Refusal.of(
                            Problem.AUDIT_UNAVAILABLE,
                            "the key could not be looked up, so this call created nothing; an"
                                    + " earlier one under the same key may have: send it again with the"
                                    + " same key"));
        }
        return continueFrom(attempt, events);
    }

    private StageResult<Attempt> continueFrom(Attempt attempt, List<AuditEvent> events) {
        return switch (IdempotencyState.of(events, bodySha256(attempt.document()))) {
            case Free(var after) -> new Passed<>(after.map(attempt::after).orElse(attempt));
            case Reused(var intent) -> reused(attempt, intent);
            case Open(var intent) when isRecent(intent) -> inProgress(attempt);
            case Open(var intent) -> settle(attempt, intent);
            case Concluded(var intent, var outcome) -> replay(attempt, intent, outcome);
        };
    }

    /// The settlement takes time; the time reserved for the intent is kept.
    private StageResult<Attempt> settle(Attempt attempt, AuditEvent intent) {
        Duration left = attempt.untilIntended().remaining();
        return settler.settle(intent, attempt.context(), attempt.deadline())
                .map(outcome -> continueFrom(attempt.within(left), List.of(intent, outcome)))
                .orElseGet(() -> replayed(attempt, outcomeUnknown()));
    }

    private List<AuditEvent> eventsOrElse(Attempt attempt, AuditEvent winner) {
        try {
            List<AuditEvent> events =
                    log.lastAttempt(
                            attempt.context().requestId(), Budgets.forReading(attempt.deadline()));
            return events.isEmpty() ? List.of(winner) : events;
        } catch (AuditUnavailableException e) {
            telemetry.recordNotRead(attempt.submission().context(), e);
            return List.of(winner);
        }
    }

    private boolean isRecent(AuditEvent intent) {
        Instant intended = Instant.parse(intent.text("at").orElseThrow());
        return clock.instant().isBefore(intended.plus(SettlementTimings.ITS_OWN_TIME));
    }

    private static <T> StageResult<T> reused(Attempt attempt, AuditEvent intent) {
        List<Finding> differences =
                read(intent.text("body").orElse(""))
                        .map(first -> BodyDifferences.of(first, attempt.document()))
                        .orElse(List.of());
        return stopped(
                attempt,
                Refusal.of(
                                Problem.IDEMPOTENCY_KEY_REUSED,
                                "the first request under this key has another body; send that body"
                                        + " again, or this one under a new key",
                                differences)
                        .about(attempt.context().requestId()));
    }

    private static <T> StageResult<T> inProgress(Attempt attempt) {
        return stopped(
                attempt,
                Refusal.of(
                                Problem.REQUEST_IN_PROGRESS,
                                "the request under this key is in progress; send it again a little later"
                                        + " with the same key, or follow instance")
                        .about(attempt.context().requestId()));
    }

    private static <T> StageResult<T> replay(
            Attempt attempt, AuditEvent intent, AuditEvent outcome) {
        return replayed(attempt, Outcomes.of(intent, outcome));
    }

    private static Outcome outcomeUnknown() {
        return new Outcome.Refused(
                Refusal.of(
                        Problem.OUTCOME_UNKNOWN,
                        "the outcome of the request under this key is not known yet; send it"
                                + " again later with the same key, or follow instance"));
    }

    private static <T> StageResult<T> replayed(Attempt attempt, Outcome outcome) {
        return new Replayed<>(Conclusion.replay(outcome, attempt.context()));
    }

    private static <T> StageResult<T> stopped(Attempt attempt, Refusal refusal) {
        return new Stopped<>(
                refusal, Optional.of(RecordedDocuments.of(attempt.document())), List.of());
    }

    private String requestId(IdempotencyKey key, Submission submission, Caller caller) {
        String account = submission.context().accountId().orElse("");
        return key.requestId(gateway, account, caller.principal());
    }

    /// A number that does not fit a double has no canonical form; such a body is never admitted.
    private static Optional<String> bodySha256(JsonObject document) {
        try {
            return Optional.of(CanonicalJson.sha256(document));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<JsonObject> read(String body) {
        return JsonReader.read(body) instanceof Reading.Read(JsonObject document)
                ? Optional.of(document)
                : Optional.empty();
    }
}
