package io.hyperpodgateway.admission;

import io.hyperpodgateway.admission.outcome.Malformed;
import io.hyperpodgateway.admission.outcome.Outcome;
import io.hyperpodgateway.admission.outcome.Refusal;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.EventType;
import io.hyperpodgateway.audit.EventWriter;
import io.hyperpodgateway.audit.Visit;
import io.hyperpodgateway.json.CanonicalJson;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.Sha256;
import io.hyperpodgateway.policy.Policy;
import io.hyperpodgateway.spec.Finding;
import io.hyperpodgateway.spec.Findings;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/// What each stage leaves in the record.
final class Records {

    private final EventWriter writer;
    private final Rulebook rulebook;
    private final ToIntFunction<Outcome> httpStatus;

    Records(EventWriter writer, Rulebook rulebook, ToIntFunction<Outcome> httpStatus) {
        this.writer = writer;
        this.rulebook = rulebook;
        this.httpStatus = httpStatus;
    }

    /// A refusal before SageMaker was called. A document is recorded as it was read; a body that
    /// could not be read by size and hash alone.
    AuditEvent refused(Submission submission, Stage.Stopped<?> stopped) {
        boolean readable = stopped.document().isPresent();
        Refusal refusal = readable ? stopped.refusal() : withoutContent(stopped.refusal());
        JsonObject details =
                stopped.document().map(this::request).orElseGet(() -> unread(submission.body()));
        return writer.first(
                submission.visit(),
                EventType.REFUSED,
                concluded(details, new Outcome.Refused(refusal), stopped.audited()));
    }

    private static Refusal withoutContent(Refusal refusal) {
        return Refusal.of(
                refusal.problem(),
                refusal.findings().stream().map(Malformed::withoutContent).toList());
    }

    /// A dry run that would have created a cluster.
    AuditEvent dryRun(Admitted admitted, Outcome outcome) {
        return writer.first(
                admitted.attempt().visit(),
                EventType.DRY_RUN,
                concluded(request(admitted.effective()), outcome, admitted.audited()));
    }

    /// What is about to be asked of SageMaker.
    AuditEvent intended(Admitted admitted) {
        Attempt attempt = admitted.attempt();
        JsonObject details =
                underPolicy(request(admitted.effective()))
                        .with("body", Json.of(attempt.submission().body().text()))
                        .with("bodySha256", Json.of(CanonicalJson.sha256(attempt.document())))
                        .with("findings", findings(admitted.warnings(), admitted.audited()));
        return attempt.after()
                .map(event -> writer.next(event, attempt.visit(), EventType.INTENDED, details))
                .orElseGet(() -> writer.first(attempt.visit(), EventType.INTENDED, details));
    }

    /// What came of an intent.
    AuditEvent completed(
            AuditEvent intent, Visit visit, Outcome outcome, Optional<String> awsRequestId) {
        JsonObject details =
                JsonObject.EMPTY
                        .with("clusterName", intent.text("clusterName").map(Json::of))
                        .with("awsRequestId", awsRequestId.map(Json::of));
        return writer.next(
                intent, visit, EventType.COMPLETED, concluded(details, outcome, List.of()));
    }

    private JsonObject concluded(JsonObject details, Outcome outcome, List<Finding> audited) {
        Optional<Json> arn =
                outcome instanceof Outcome.Created(_, var clusterArn, _)
                        ? Optional.of(Json.of(clusterArn))
                        : Optional.empty();
        return underPolicy(details)
                .with("outcome", Json.of(outcome.id()))
                .with("httpStatus", Json.of(httpStatus.applyAsInt(outcome)))
                .with("findings", findings(outcome.findings(), audited))
                .with("clusterArn", arn)
                .with("existingRequestId", outcome.existing().map(Json::of));
    }

    private JsonObject underPolicy(JsonObject details) {
        Policy policy = rulebook.policy();
        return details.with("policyVersion", Json.of(policy.version()))
                .with("policySha256", Json.of(policy.sha256()));
    }

    private JsonObject request(JsonObject document) {
        String text = document.toText();
        return JsonObject.EMPTY
                .with(
                        "clusterName",
                        document.text("ClusterName")
                                .filter(rulebook.specification()::isClusterName)
                                .map(Json::of))
                .with("request", Json.of(text))
                .with("requestSha256", Json.of(Sha256.hex(text)));
    }

    private static JsonObject unread(Body body) {
        return JsonObject.of("bodySize", Json.of(body.size()))
                .with("bodySha256", Json.of(body.sha256()));
    }

    private static Json findings(List<Finding> shown, List<Finding> audited) {
        return Json.of(
                Findings.toJson(
                                Findings.limit(
                                        Stream.concat(shown.stream(), audited.stream()).toList()))
                        .toText());
    }
}
