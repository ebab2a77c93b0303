package io.hyperpodgateway.admission;

import io.hyperpodgateway.admission.outcome.MalformedRequest;
import io.hyperpodgateway.admission.outcome.Outcome;
import io.hyperpodgateway.admission.outcome.Outcomes;
import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.outcome.Refusal;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.EventType;
import io.hyperpodgateway.audit.EventWriter;
import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.audit.RequestSummary;
import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Finding.Source;
import io.hyperpodgateway.finding.Findings;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.policy.Policy;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Creates the audit event of each stage.
final class AuditEventFactory {

    private final EventWriter writer;
    private final Rulebook rulebook;
    private final ToIntFunction<Outcome> httpStatus;

    AuditEventFactory(EventWriter writer, Rulebook rulebook, ToIntFunction<Outcome> httpStatus) {
        this.writer = writer;
        this.rulebook = rulebook;
        this.httpStatus = httpStatus;
    }

    /// A refusal before SageMaker was called. A document is recorded as it was read; for a body
    /// that could not be read, only its size and hash are recorded.
    AuditEvent refused(Submission submission, StageResult.Stopped<?> stopped) {
        boolean readable = stopped.documents().isPresent();
        Refusal refusal = readable ? stopped.refusal() : withoutContent(stopped.refusal());
        JsonObject details =
                stopped.documents()
                        .map(documents ->
                                withClusterName(
                                                documents.bounded(submission.body()),
                                                documents.request())
                                        .withAll(totals(documents, refusal.problem())))
                        .orElseGet(() -> sizeAndHash(submission.body()));
        RequestContext context = submission.context();
        return writer.first(
                context,
                EventType.REFUSED,
                withOutcome(details, context, new Outcome.Refused(refusal), stopped.audited()));
    }

    private static Refusal withoutContent(Refusal refusal) {
        return Refusal.of(
                refusal.problem(),
                refusal.findings().stream().map(MalformedRequest::withoutContent).toList());
    }

    /// A dry run that would have created a cluster.
    AuditEvent dryRun(AdmittedRequest admitted, Outcome outcome) {
        Attempt attempt = admitted.attempt();
        JsonObject details =
                withClusterName(
                                documents(admitted).bounded(attempt.submission().body()),
                                admitted.effective())
                        .withAll(totals(documents(admitted)));
        return writer.first(
                attempt.context(),
                EventType.DRY_RUN,
                withOutcome(details, attempt.context(), outcome, admitted.audited()));
    }

    /// The intent to call SageMaker.
    AuditEvent intended(AdmittedRequest admitted) {
        Attempt attempt = admitted.attempt();
        JsonObject details =
                withPolicy(
                                withClusterName(
                                        documents(admitted).whole(attempt.submission().body()),
                                        admitted.effective()),
                                attempt.context())
                        .with("findings", findings(admitted.warnings(), admitted.audited()))
                        .withAll(
                                RequestSummary.rules(
                                        ids(admitted.warnings()), ids(admitted.audited())))
                        .withAll(totals(documents(admitted)));
        return attempt.after()
                .map(event -> writer.next(event, attempt.context(), EventType.INTENDED, details))
                .orElseGet(() -> writer.first(attempt.context(), EventType.INTENDED, details));
    }

    private static RecordedDocuments documents(AdmittedRequest admitted) {
        return new RecordedDocuments(admitted.attempt().document(), admitted.effective());
    }

    /// The reduced form of the event, for the log when the record is unavailable.
    AuditEvent reduced(AuditEvent event) {
        return event.reduced(rulebook.specification()::known);
    }

    /// The outcome of an intent.
    AuditEvent completed(
            AuditEvent intent,
            RequestContext context,
            Outcome outcome,
            Optional<String> awsRequestId) {
        JsonObject details =
                JsonObject.EMPTY
                        .with("clusterName", intent.text("clusterName").map(Json::of))
                        .with("awsRequestId", awsRequestId.map(Json::of));
        return writer.next(
                intent,
                context,
                EventType.COMPLETED,
                withOutcome(details, context, outcome, List.of())
                        .withAll(RequestSummary.ofOutcome(intent, ids(outcome.findings()))));
    }

    private JsonObject withOutcome(
            JsonObject details, RequestContext context, Outcome outcome, List<Finding> audited) {
        Optional<Json> arn =
                outcome instanceof Outcome.Created(_, var clusterArn, _)
                        ? Optional.of(Json.of(clusterArn))
                        : Optional.empty();
        return withPolicy(details, context)
                .with("outcome", Json.of(outcome.id()))
                .with("httpStatus", Json.of(httpStatus.applyAsInt(outcome)))
                .with("findings", findings(outcome.findings(), audited))
                .withAll(RequestSummary.rules(ids(outcome.findings()), ids(audited)))
                .with("clusterArn", arn)
                .with("existingRequestId", outcome.existing().map(Json::of));
    }

    /// The policy of the decision, and the time that its rules used as now.
    private JsonObject withPolicy(JsonObject details, RequestContext context) {
        Policy policy = rulebook.policy();
        return details.with("policyVersion", Json.of(policy.version()))
                .with("policySha256", Json.of(policy.sha256()))
                .with("decidedAt", Json.of(EventWriter.at(context.startedAt())));
    }

    private JsonObject withClusterName(JsonObject details, JsonObject request) {
        return details.with(
                "clusterName",
                request.text("ClusterName")
                        .filter(rulebook.specification()::isClusterName)
                        .map(Json::of));
    }

    /// The totals of a refused request. Its cost is known only if AWS would accept the document.
    private JsonObject totals(RecordedDocuments documents, Problem refused) {
        return refused == Problem.POLICY_DENIED ? totals(documents) : documents.totals();
    }

    private JsonObject totals(RecordedDocuments documents) {
        return documents
                .totals()
                .with(
                        RequestSummary.HOURLY_COST,
                        rulebook.policy()
                                .hourlyCost(new ClusterRequest(documents.request()))
                                .map(cost -> Json.of(cost.toJson().toText())));
    }

    private static JsonObject sizeAndHash(RequestBody body) {
        return JsonObject.of("bodySize", Json.of(body.size()))
                .with("bodySha256", Json.of(body.sha256()));
    }

    private static List<String> ids(List<Finding> findings) {
        return findings.stream().map(Finding::rule).toList();
    }

    /// Marks the findings of `audit` rules, which the caller is not shown. Rule ids are unique.
    private static Json findings(List<Finding> shown, List<Finding> audited) {
        Set<String> unshown = audited.stream().map(Finding::rule).collect(Collectors.toSet());
        List<Finding> limited =
                Findings.limit(Stream.concat(shown.stream(), audited.stream()).toList());
        return Json.of(
                new JsonArray(
                                limited.stream()
                                        .<Json>map(finding -> toJson(finding, unshown))
                                        .toList())
                        .toText());
    }

    private static JsonObject toJson(Finding finding, Set<String> unshown) {
        boolean audit = finding.source() == Source.POLICY && unshown.contains(finding.rule());
        return finding.toJson()
                .with(Outcomes.AUDIT, audit ? Optional.of(Json.of(true)) : Optional.empty());
    }
}
