package io.hyperpodgateway.admission;

import io.hyperpodgateway.admission.Stage.Passed;
import io.hyperpodgateway.admission.Stage.Stopped;
import io.hyperpodgateway.admission.Stage.Told;
import io.hyperpodgateway.admission.outcome.Conclusion;
import io.hyperpodgateway.admission.outcome.Malformed;
import io.hyperpodgateway.admission.outcome.Outcome;
import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.outcome.Refusal;
import io.hyperpodgateway.admission.port.Ports;
import io.hyperpodgateway.admission.port.Telemetry;
import io.hyperpodgateway.admission.settlement.Resolver;
import io.hyperpodgateway.audit.EventWriter;
import io.hyperpodgateway.audit.Gateway;
import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.json.JsonReading;
import io.hyperpodgateway.policy.Policy;
import io.hyperpodgateway.policy.PolicyDecision;
import io.hyperpodgateway.policy.cost.HourlyCost;
import io.hyperpodgateway.spec.ClusterRequest;
import io.hyperpodgateway.spec.Finding;
import io.hyperpodgateway.spec.Specification;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/// The story of a request for a cluster: a document in, a decision, a cluster, a record.
public final class Admission {

    private final Specification specification;
    private final Policy policy;
    private final PolicyStage policyStage;
    private final Keys keys;
    private final Creating creating;
    private final Remembering remembering;
    private final Telemetry telemetry;

    /// @param gateway which gateway this is; its Region is one that the policy may speak of
    /// @param httpStatus the status code with which an outcome is answered, for the record
    /// @param clock tells when events happen
    public Admission(
            Rulebook rulebook,
            Gateway gateway,
            Ports ports,
            ToIntFunction<Outcome> httpStatus,
            Clock clock) {
        this.specification = rulebook.specification();
        this.policy = rulebook.policy();
        this.telemetry = ports.telemetry();
        this.policyStage = new PolicyStage(rulebook, gateway.region(), telemetry);
        var records = new Records(new EventWriter(gateway, clock), rulebook, httpStatus);
        var resolver =
                new Resolver(
                        ports.log(), ports.openItems(), ports.lookup(), gateway, httpStatus, clock);
        this.keys = new Keys(ports, resolver, gateway, clock);
        this.creating = new Creating(ports, keys, records);
        this.remembering = new Remembering(ports.log(), records, telemetry);
    }

    /// Takes a submission through every stage; the first stage that refuses ends the story.
    /// Whatever the end, it is recorded, or told to the log where the record does not take it. What
    /// was answered before under the same key is answered again, and leaves nothing.
    public Conclusion admit(Submission submission) {
        if (!(submission.visit().identity() instanceof Caller caller)) {
            return refuse(submission, Refusal.of(Problem.UNIDENTIFIED, "nobody is asking"));
        }
        return switch (judge(submission, caller).then(this::act)) {
            case Passed<Conclusion>(var conclusion) -> conclusion;
            case Told<Conclusion>(var conclusion) -> conclusion;
            case Stopped<Conclusion> stopped -> refuse(submission, stopped);
        };
    }

    /// A bug on the way to the decision is a refusal too: nothing is created, and the record says
    /// so.
    private Stage<Admitted> judge(Submission submission, Caller caller) {
        try {
            return read(submission)
                    .then(document -> keys.lookUp(submission, caller, document))
                    .then(attempt -> judge(attempt, caller));
        } catch (RuntimeException e) {
            telemetry.bug(submission.visit(), e);
            return new Stopped<>(
                    Refusal.of(
                            Problem.INTERNAL,
                            "the gateway failed; tell its operator the requestId"),
                    Optional.empty(),
                    List.of());
        }
    }

    private Stage<Admitted> judge(Attempt attempt, Caller caller) {
        Completed completed = policyStage.complete(attempt.document(), attempt.visit(), caller);
        return check(completed, attempt, caller).then(checked -> decide(attempt, caller, checked));
    }

    private Stage<Conclusion> act(Admitted admitted) {
        return admitted.attempt().submission().dryRun()
                ? new Passed<>(rehearse(admitted))
                : creating.create(admitted);
    }

    /// Records a request that the front door turned away before its body was read.
    public Conclusion refuse(Submission submission, Refusal refusal) {
        return refuse(submission, new Stopped<>(refusal, Optional.empty(), List.of()));
    }

    private Stage<JsonObject> read(Submission submission) {
        return switch (JsonReader.read(submission.body().bytes())) {
            case JsonReading.Read(JsonObject document) -> new Passed<>(document);
            case JsonReading.Read(var value) -> malformed(List.of(Malformed.notAnObject(value)));
            case JsonReading.Unreadable(var flaws) ->
                    malformed(
                            flaws.stream()
                                    .map(flaw -> Malformed.of(flaw, submission.body().text()))
                                    .toList());
        };
    }

    private static Stage<JsonObject> malformed(List<Finding> findings) {
        return new Stopped<>(
                Refusal.of(Problem.MALFORMED_REQUEST, findings), Optional.empty(), List.of());
    }

    private Stage<Checked> check(Completed request, Attempt attempt, Caller caller) {
        List<Finding> findings = findings(request);
        if (findings.stream().noneMatch(Finding::isError)) {
            return new Passed<>(new Checked(request, findings));
        }
        List<Finding> preview =
                policyStage.preview(request.document(), findings, attempt.visit(), caller);
        List<Finding> all = request.inOrder(Stream.of(findings, preview).flatMap(List::stream));
        return new Stopped<>(
                Refusal.of(Problem.INVALID_REQUEST, all),
                Optional.of(Documents.of(request.document())),
                List.of());
    }

    private List<Finding> findings(Completed request) {
        List<Finding> onDocument = specification.check(request.document());
        if (!request.isChanged()) return onDocument;
        return request.together(onDocument, specification.check(request.effective()));
    }

    private Stage<Admitted> decide(Attempt attempt, Caller caller, Checked checked) {
        Completed request = checked.request();
        PolicyDecision decision = policyStage.decide(request, attempt.visit(), caller);
        List<Finding> conflicts = request.conflicts();
        List<Finding> findings =
                request.inOrder(
                        Stream.of(checked.findings(), conflicts, request.marked(decision.shown()))
                                .flatMap(List::stream));
        List<Finding> audited = request.marked(decision.audited());
        if (decision.denied() || !conflicts.isEmpty()) {
            return new Stopped<>(
                    Refusal.of(Problem.POLICY_DENIED, findings).contact(policy.contact()),
                    Optional.of(new Documents(request.document(), request.effective())),
                    audited);
        }
        JsonObject sent = sent(request.effective(), attempt.visit().requestId());
        return new Passed<>(new Admitted(attempt, sent, findings, audited));
    }

    private JsonObject sent(JsonObject effective, String requestId) {
        return EffectiveRequest.of(specification.normalised(effective), requestId);
    }

    private Conclusion rehearse(Admitted admitted) {
        var request = new ClusterRequest(admitted.effective());
        Optional<JsonObject> cost = policy.hourlyCost(request).map(HourlyCost::toJson);
        var outcome = new Outcome.WouldCreate(admitted.effective(), cost, admitted.warnings());
        Submission submission = admitted.attempt().submission();
        remembering.append(submission, records -> records.dryRun(admitted, outcome));
        return Conclusion.of(outcome, submission.visit());
    }

    private Conclusion refuse(Submission submission, Stopped<?> stopped) {
        remembering.append(submission, records -> records.refused(submission, stopped));
        return Conclusion.of(new Outcome.Refused(stopped.refusal()), submission.visit());
    }
}
