package io.hyperpodgateway.admission;

import io.hyperpodgateway.admission.StageResult.Passed;
import io.hyperpodgateway.admission.StageResult.Replayed;
import io.hyperpodgateway.admission.StageResult.Stopped;
import io.hyperpodgateway.admission.outcome.Conclusion;
import io.hyperpodgateway.admission.outcome.MalformedRequest;
import io.hyperpodgateway.admission.outcome.Outcome;
import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.outcome.Refusal;
import io.hyperpodgateway.admission.port.Ports;
import io.hyperpodgateway.admission.port.Telemetry;
import io.hyperpodgateway.admission.settlement.IntentSettler;
import io.hyperpodgateway.audit.EventWriter;
import io.hyperpodgateway.audit.GatewayIdentity;
import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.policy.Policy;
import io.hyperpodgateway.policy.PolicyDecision;
import io.hyperpodgateway.policy.check.HourlyCost;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.rules.Specification;
import io.hyperpodgateway.text.Reading;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/// Takes a request for a cluster through its stages in order, from the document to the answer.
public final class Admission {

    private final Specification specification;
    private final Policy policy;
    private final PolicyStage policyStage;
    private final IdempotencyStage idempotency;
    private final CreateStage createStage;
    private final BestEffortAudit audit;
    private final Telemetry telemetry;

    /// @param gatewayIdentity the gateway; the policy may be limited to its Region
    /// @param httpStatus the status code of an outcome, for the record
    public Admission(
            Rulebook rulebook,
            GatewayIdentity gatewayIdentity,
            Ports ports,
            ToIntFunction<Outcome> httpStatus,
            Clock clock) {
        this.specification = rulebook.specification();
        this.policy = rulebook.policy();
        this.telemetry = ports.telemetry();
        this.policyStage = new PolicyStage(rulebook, gatewayIdentity.region(), telemetry);
        var events =
                new AuditEventFactory(
                        new EventWriter(gatewayIdentity, clock), rulebook, httpStatus);
        var settler =
                new IntentSettler(
                        ports.log(),
                        ports.openIntentStore(),
                        ports.lookup(),
                        gatewayIdentity,
                        httpStatus,
                        clock);
        this.idempotency = new IdempotencyStage(ports, settler, gatewayIdentity, clock);
        this.createStage = new CreateStage(ports, idempotency, events);
        this.audit = new BestEffortAudit(ports.log(), events, telemetry);
    }

    /// Runs a submission through every stage and stops at the first that refuses it. The result is
    /// recorded; if the record is unavailable, it is logged. A result that was recorded earlier
    /// under the same key is returned again, and nothing is recorded.
    public Conclusion admit(Submission submission) {
        if (!(submission.context().identity() instanceof Caller caller)) {
            return refuse(
                    submission, Refusal.of(Problem.UNIDENTIFIED, "the caller is not identified"));
        }
        return switch (evaluate(submission, caller).then(this::createOrDryRun)) {
            case Passed<Conclusion>(var conclusion) -> conclusion;
            case Replayed<Conclusion>(var conclusion) -> conclusion;
            case Stopped<Conclusion> stopped -> refuse(submission, stopped);
        };
    }

    /// An exception on the way to the decision is also a recorded refusal; nothing is created.
    private StageResult<AdmittedRequest> evaluate(Submission submission, Caller caller) {
        try {
            return read(submission)
                    .then(document -> idempotency.lookUp(submission, caller, document))
                    .then(attempt -> evaluate(attempt, caller));
        } catch (RuntimeException e) {
            telemetry.internalError(submission.context(), e);
            return new Stopped<>(
                    Refusal.of(
                            Problem.INTERNAL,
                            "the gateway failed; report the requestId to its operator"),
                    Optional.empty(),
                    List.of());
        }
    }

    private StageResult<AdmittedRequest> evaluate(Attempt attempt, Caller caller) {
        EffectiveRequest effectiveRequest =
                policyStage.complete(attempt.document(), attempt.context(), caller);
        return check(effectiveRequest, attempt, caller)
                .then(validated -> decide(attempt, caller, validated));
    }

    private StageResult<Conclusion> createOrDryRun(AdmittedRequest admitted) {
        return admitted.attempt().submission().dryRun()
                ? new Passed<>(dryRun(admitted))
                : createStage.create(admitted);
    }

    /// Records a request that was rejected before its body was read.
    public Conclusion refuse(Submission submission, Refusal refusal) {
        return refuse(submission, new Stopped<>(refusal, Optional.empty(), List.of()));
    }

    private StageResult<JsonObject> read(Submission submission) {
        return switch (JsonReader.read(submission.body().bytes())) {
            case Reading.Read(JsonObject document) -> new Passed<>(document);
            case Reading.Read(var value) -> malformed(List.of(MalformedRequest.notAnObject(value)));
            case Reading.Refused(var flaws) ->
                    malformed(
                            flaws.stream()
                                    .map(flaw ->
                                            MalformedRequest.of(flaw, submission.body().text()))
                                    .toList());
        };
    }

    private static StageResult<JsonObject> malformed(List<Finding> findings) {
        return new Stopped<>(
                Refusal.of(Problem.MALFORMED_REQUEST, findings), Optional.empty(), List.of());
    }

    private StageResult<ValidatedRequest> check(
            EffectiveRequest request, Attempt attempt, Caller caller) {
        List<Finding> findings = findings(request);
        if (findings.stream().noneMatch(Finding::isError)) {
            return new Passed<>(new ValidatedRequest(request, findings));
        }
        List<Finding> preview =
                policyStage.preview(request.document(), findings, attempt.context(), caller);
        List<Finding> all = request.sorted(Stream.of(findings, preview).flatMap(List::stream));
        return new Stopped<>(
                Refusal.of(Problem.INVALID_REQUEST, all),
                Optional.of(RecordedDocuments.of(request.document())),
                List.of());
    }

    private List<Finding> findings(EffectiveRequest request) {
        List<Finding> onDocument = specification.check(request.document());
        if (!request.isChanged()) return onDocument;
        return request.merge(onDocument, specification.check(request.effective()));
    }

    private StageResult<AdmittedRequest> decide(
            Attempt attempt, Caller caller, ValidatedRequest validated) {
        EffectiveRequest request = validated.request();
        PolicyDecision decision = policyStage.decide(request, attempt.context(), caller);
        List<Finding> conflicts = request.conflicts();
        List<Finding> findings =
                request.sorted(
                        Stream.of(
                                        validated.findings(),
                                        conflicts,
                                        request.markAdditions(decision.shown()))
                                .flatMap(List::stream));
        List<Finding> audited = request.markAdditions(decision.audited());
        if (decision.denied() || !conflicts.isEmpty()) {
            return new Stopped<>(
                    Refusal.of(Problem.POLICY_DENIED, findings).contact(policy.contact()),
                    Optional.of(new RecordedDocuments(request.document(), request.effective())),
                    audited);
        }
        JsonObject sent = tagged(request.effective(), attempt.context().requestId());
        return new Passed<>(new AdmittedRequest(attempt, sent, findings, audited));
    }

    private JsonObject tagged(JsonObject effective, String requestId) {
        return TaggedRequest.of(specification.normalised(effective), requestId);
    }

    private Conclusion dryRun(AdmittedRequest admitted) {
        var request = new ClusterRequest(admitted.effective());
        Optional<JsonObject> cost = policy.hourlyCost(request).map(HourlyCost::toJson);
        var outcome = new Outcome.WouldCreate(admitted.effective(), cost, admitted.warnings());
        Submission submission = admitted.attempt().submission();
        audit.append(submission, events -> events.dryRun(admitted, outcome));
        return Conclusion.of(outcome, submission.context());
    }

    private Conclusion refuse(Submission submission, Stopped<?> stopped) {
        audit.append(submission, events -> events.refused(submission, stopped));
        return Conclusion.of(new Outcome.Refused(stopped.refusal()), submission.context());
    }
}
