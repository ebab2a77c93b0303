package io.hyperpodgateway.admission.outcome;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.EventType;
import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Finding.Source;
import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.text.Reading;

import java.util.List;

/// Reads outcomes from recorded events.
public final class Outcomes {

    /// Marks a recorded finding that the caller is not shown: one of an `audit` rule.
    public static final String AUDIT = "audit";

    private Outcomes() {}

    /// The outcome that an event recorded, as it was or would have been answered.
    ///
    /// @param intent the intent that the event concludes
    public static Outcome of(AuditEvent intent, AuditEvent event) {
        String outcome = event.text("outcome").orElseThrow();
        List<Finding> findings = findings(event);
        if (outcome.equals("created")) {
            return new Outcome.Created(
                    intent.text("clusterName").orElseThrow(),
                    event.text("clusterArn").orElseThrow(),
                    event.type() == EventType.RESOLVED ? findings(intent) : findings);
        }
        // a later lookup found no cluster: SageMaker certainly created none
        Problem problem =
                outcome.equals("not-created") ? Problem.SAGEMAKER_UNAVAILABLE : Problem.of(outcome);
        Refusal refusal = Refusal.of(problem, findings);
        return new Outcome.Refused(
                event.text("existingRequestId").map(refusal::existing).orElse(refusal));
    }

    /// Whether the caller is shown a finding of an event. Findings of `audit` rules are hidden.
    /// Events without `decidedAt` predate the mark: in these, INFO findings of the policy are
    /// hidden.
    public static boolean isShown(AuditEvent event, JsonObject finding) {
        if (finding.get(AUDIT).isPresent()) return false;
        return event.text("decidedAt").isPresent() || !isPolicysInfo(finding);
    }

    private static boolean isPolicysInfo(JsonObject finding) {
        return finding.text("source").filter(Source.POLICY.name()::equalsIgnoreCase).isPresent()
                && finding.text("level").filter(Level.INFO.name()::equals).isPresent();
    }

    /// The findings of an event that its answer shows. A finding that was reduced to rule, pointer
    /// and level has no message.
    public static List<Finding> findings(AuditEvent event) {
        return switch (JsonReader.read(event.text("findings").orElse("[]"))) {
            case Reading.Read(JsonArray(List<Json> items)) ->
                    items.stream()
                            .filter(JsonObject.class::isInstance)
                            .map(JsonObject.class::cast)
                            .filter(finding -> isShown(event, finding))
                            .map(Finding::fromJson)
                            .toList();
            default -> List.of();
        };
    }
}
