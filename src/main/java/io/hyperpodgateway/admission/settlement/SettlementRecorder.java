package io.hyperpodgateway.admission.settlement;

import io.hyperpodgateway.admission.outcome.Outcome;
import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.outcome.Refusal;
import io.hyperpodgateway.admission.outcome.Translation;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.EventType;
import io.hyperpodgateway.audit.EventWriter;
import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.audit.RequestSummary;
import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Finding.Source;
import io.hyperpodgateway.finding.Findings;
import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// Creates the event for the outcome of an open intent. No policy was involved, so none is
/// recorded.
final class SettlementRecorder {

    private static final String NOT_CREATED = "not-created";

    private final EventWriter writer;
    private final ToIntFunction<Outcome> httpStatus;

    SettlementRecorder(EventWriter writer, ToIntFunction<Outcome> httpStatus) {
        this.writer = writer;
        this.httpStatus = httpStatus;
    }

    /// The intent created that cluster. The warnings of its answer are in the intent.
    AuditEvent created(StoredIntent intent, RequestContext context, String clusterArn) {
        var outcome = new Outcome.Created(intent.clusterName(), clusterArn, List.of());
        return write(intent, context, outcome.id(), outcome, Optional.of(clusterArn));
    }

    /// The intent did not create the cluster that has the name.
    ///
    /// @param existing the request of the same caller that created it, if there is one
    AuditEvent clusterExists(
            StoredIntent intent, RequestContext context, Optional<ExistingRequest> existing) {
        Outcome outcome =
                existing.map(SettlementRecorder::refused)
                        .orElseGet(() ->
                                refused(
                                        Problem.CLUSTER_EXISTS,
                                        Problem.CLUSTER_EXISTS.id(),
                                        Translation.NAME_TAKEN.words()));
        return write(intent, context, outcome.id(), outcome, Optional.empty());
    }

    private static Outcome refused(ExistingRequest existing) {
        return new Outcome.Refused(
                Refusal.of(Problem.CLUSTER_EXISTS, List.of(existing.finding()))
                        .existing(existing.requestId()));
    }

    /// Two lookups found no cluster: SageMaker created none.
    AuditEvent notCreated(
            StoredIntent intent, RequestContext context, Instant first, Instant second) {
        Outcome outcome =
                refused(
                        Problem.SAGEMAKER_UNAVAILABLE,
                        NOT_CREATED,
                        "nothing was created: the cluster was absent at both looks, at %s and at %s"
                                .formatted(first, second));
        return write(intent, context, NOT_CREATED, outcome, Optional.empty());
    }

    private static Outcome refused(Problem problem, String rule, String words) {
        var finding =
                Finding.of(
                        Source.SAGEMAKER, rule, Level.ERROR, JsonPointer.of("ClusterName"), words);
        return new Outcome.Refused(Refusal.of(problem, List.of(finding)));
    }

    private AuditEvent write(
            StoredIntent intent,
            RequestContext context,
            String id,
            Outcome outcome,
            Optional<String> clusterArn) {
        JsonObject details =
                JsonObject.of("clusterName", Json.of(intent.clusterName()))
                        .with("outcome", Json.of(id))
                        .with("httpStatus", Json.of(httpStatus.applyAsInt(outcome)))
                        .with("findings", Json.of(Findings.toJson(outcome.findings()).toText()))
                        .with("clusterArn", clusterArn.map(Json::of))
                        .with("existingRequestId", outcome.existing().map(Json::of))
                        .withAll(
                                RequestSummary.ofOutcome(
                                        intent.event(),
                                        outcome.findings().stream().map(Finding::rule).toList()));
        return writer.next(intent.event(), context, EventType.RESOLVED, details);
    }
}
