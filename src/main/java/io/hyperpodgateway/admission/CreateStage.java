package io.hyperpodgateway.admission;

import io.hyperpodgateway.admission.StageResult.Passed;
import io.hyperpodgateway.admission.outcome.Conclusion;
import io.hyperpodgateway.admission.outcome.Outcome;
import io.hyperpodgateway.admission.outcome.Outcomes;
import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.outcome.Refusal;
import io.hyperpodgateway.admission.port.Budgets;
import io.hyperpodgateway.admission.port.ClusterCreator;
import io.hyperpodgateway.admission.port.ClusterLookup.Cluster;
import io.hyperpodgateway.admission.port.CreationResult;
import io.hyperpodgateway.admission.port.CreationResult.Made;
import io.hyperpodgateway.admission.port.CreationResult.NotMade;
import io.hyperpodgateway.admission.port.CreationResult.Unknown;
import io.hyperpodgateway.admission.port.Deadline;
import io.hyperpodgateway.admission.port.Ports;
import io.hyperpodgateway.admission.port.Telemetry;
import io.hyperpodgateway.admission.settlement.CreatingRequestFinder;
import io.hyperpodgateway.admission.settlement.CreationProbe;
import io.hyperpodgateway.admission.settlement.ExistingRequest;
import io.hyperpodgateway.admission.settlement.ProbedCreation;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.WriteResult;
import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Finding.Source;
import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.json.JsonPointer;

import java.util.List;
import java.util.Optional;

/// Records the intent, creates the cluster and records the outcome.
final class CreateStage {

    private final AuditLog log;
    private final IdempotencyStage idempotency;
    private final AuditEventFactory events;
    private final ClusterCreator creator;
    private final CreationProbe probe;
    private final CreatingRequestFinder requests;
    private final Telemetry telemetry;

    CreateStage(Ports ports, IdempotencyStage idempotency, AuditEventFactory events) {
        this.log = ports.log();
        this.idempotency = idempotency;
        this.events = events;
        this.creator = ports.creator();
        this.probe = new CreationProbe(ports.lookup());
        this.requests = new CreatingRequestFinder(ports.log());
        this.telemetry = ports.telemetry();
    }

    /// Creates the admitted cluster. If the intent cannot be recorded, nothing is created. The
    /// intent's key in the table acts as the lock: of two callers with the same idempotency key,
    /// only the first proceeds.
    StageResult<Conclusion> create(AdmittedRequest admitted) {
        Attempt attempt = admitted.attempt();
        AuditEvent intent = events.intended(admitted);
        try {
            return switch (log.intend(intent, Budgets.forIntent(attempt.untilIntended()))) {
                case WriteResult.Recorded _ -> passed(attempt, callAndConclude(admitted, intent));
                case WriteResult.Taken(var winner) when attempt.isKeyed() ->
                        idempotency.lostRace(attempt, winner);
                case WriteResult.Taken _ ->
                        throw new IllegalStateException(
                                "two requests share the id " + intent.requestId());
            };
        } catch (AuditUnavailableException e) {
            telemetry.eventNotRecorded(events.reduced(intent), e);
            return passed(attempt, intentNotRecorded(attempt));
        }
    }

    private static StageResult<Conclusion> passed(Attempt attempt, Outcome outcome) {
        return new Passed<>(Conclusion.of(outcome, attempt.context()));
    }

    private static Outcome intentNotRecorded(Attempt attempt) {
        String words = "the intent could not be recorded, so this call created nothing";
        return new Outcome.Refused(
                Refusal.of(
                        Problem.AUDIT_UNAVAILABLE,
                        attempt.isKeyed() ? words + "; send it again with the same key" : words));
    }

    private Outcome callAndConclude(AdmittedRequest admitted, AuditEvent intent) {
        Attempt attempt = admitted.attempt();
        ProbedCreation settled = probe.probe(callSageMaker(admitted), attempt.deadline(), intent);
        return switch (settled.creation()) {
            case Made(var arn, var awsRequestId) ->
                    conclude(attempt, intent, created(admitted, arn), awsRequestId);
            case NotMade notMade ->
                    conclude(
                            attempt,
                            intent,
                            findExisting(attempt, intent, settled.nameHolder())
                                    .map(CreateStage::clusterExists)
                                    .orElseGet(() -> notCreated(notMade)),
                            notMade.awsRequestId());
            case Unknown(var detail, _) -> leaveOpen(attempt, intent, detail);
        };
    }

    private CreationResult callSageMaker(AdmittedRequest admitted) {
        Deadline deadline = admitted.attempt().deadline();
        if (deadline.remaining().compareTo(Budgets.FLOOR_FOR_SENDING) < 0) {
            return new NotMade(
                    Problem.SAGEMAKER_UNAVAILABLE,
                    "too little time was left to call SageMaker, so it was not called",
                    List.of(),
                    true,
                    Optional.empty());
        }
        try {
            return creator.create(admitted.effective(), Budgets.forCall(deadline));
        } catch (RuntimeException e) {
            telemetry.internalError(admitted.attempt().context(), e);
            return new Unknown("the gateway failed while it called SageMaker", Optional.empty());
        }
    }

    /// Records the outcome and closes the intent. If the record is unavailable, the answer is still
    /// correct: the intent stays open and is settled later.
    private Outcome conclude(
            Attempt attempt, AuditEvent intent, Outcome outcome, Optional<String> awsRequestId) {
        AuditEvent completed = events.completed(intent, attempt.context(), outcome, awsRequestId);
        try {
            return switch (log.conclude(completed, Budgets.forLastWrite(attempt.deadline()))) {
                case WriteResult.Recorded _ -> outcome;
                case WriteResult.Taken(var winner) -> Outcomes.of(intent, winner);
            };
        } catch (AuditUnavailableException e) {
            telemetry.eventNotRecorded(events.reduced(completed), e);
            return outcome;
        }
    }

    /// The caller's own request that uses the name. It is omitted if time is short or the record
    /// cannot be read; the outcome does not depend on it.
    private Optional<ExistingRequest> findExisting(
            Attempt attempt, AuditEvent intent, Optional<Cluster> nameHolder) {
        try {
            return nameHolder.flatMap(cluster ->
                    Budgets.forExisting(attempt.deadline())
                            .flatMap(budget -> requests.existing(cluster, intent, budget)));
        } catch (RuntimeException e) {
            telemetry.recordNotRead(attempt.context(), e);
            return Optional.empty();
        }
    }

    private static Outcome clusterExists(ExistingRequest existing) {
        return new Outcome.Refused(
                Refusal.of(Problem.CLUSTER_EXISTS, List.of(existing.finding()))
                        .existing(existing.requestId()));
    }

    private Outcome leaveOpen(Attempt attempt, AuditEvent intent, String detail) {
        telemetry.intentLeftOpen(intent, detail);
        return new Outcome.Refused(
                Refusal.of(
                        Problem.OUTCOME_UNKNOWN,
                        "SageMaker was called and may have created the cluster, but its answer is"
                                + " unusable (%s); %s"
                                        .formatted(
                                                detail,
                                                attempt.isKeyed()
                                                        ? "send the request again later with the same key,"
                                                                + " or follow instance"
                                                        : "do not send the request again, follow"
                                                                + " instance")));
    }

    private static Outcome created(AdmittedRequest admitted, String arn) {
        String name = admitted.effective().text("ClusterName").orElseThrow();
        return new Outcome.Created(name, arn, admitted.warnings());
    }

    /// Turns SageMaker's message into a finding, so that the record contains all that the answer
    /// does.
    private static Outcome notCreated(NotMade notMade) {
        List<Finding> findings =
                notMade.findings().isEmpty()
                        ? List.of(
                                Finding.of(
                                        Source.SAGEMAKER,
                                        notMade.problem().id(),
                                        Level.ERROR,
                                        JsonPointer.ROOT,
                                        "nothing was created: " + notMade.detail()))
                        : notMade.findings();
        return new Outcome.Refused(Refusal.of(notMade.problem(), findings));
    }
}
