package io.hyperpodgateway.admission.outcome;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.EventType;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.json.JsonReading;
import io.hyperpodgateway.spec.Finding;
import io.hyperpodgateway.spec.Finding.Source;
import io.hyperpodgateway.spec.Level;

import java.util.List;

/// Outcomes as the record tells them.
public final class Outcomes {

    private Outcomes() {}

    /// The outcome that a concluding event recorded, as it was answered, or would have been.
    ///
    /// @param intent the intent that it concludes
    public static Outcome of(AuditEvent intent, AuditEvent event) {
        String outcome = event.text("outcome").orElseThrow();
        List<Finding> findings = findings(event);
        if (outcome.equals("created")) {
            return new Outcome.Created(
                    intent.text("clusterName").orElseThrow(),
                    event.text("clusterArn").orElseThrow(),
                    event.type() == EventType.RESOLVED ? warnings(intent) : findings);
        }
        // A later look that found no cluster: SageMaker certainly made none.
        Problem problem =
                outcome.equals("not-created") ? Problem.SAGEMAKER_UNAVAILABLE : Problem.of(outcome);
        Refusal refusal = Refusal.of(problem, findings);
        return new Outcome.Refused(
                event.text("existingRequestId").map(refusal::existing).orElse(refusal));
    }

    /// What an intent's answer shows: the record has it first, and then what is not shown, the INFO
    /// of the policy's `audit` rules.
    private static List<Finding> warnings(AuditEvent intent) {
        return findings(intent).stream()
                .takeWhile(finding ->
                        finding.source() != Source.POLICY || finding.level() != Level.INFO)
                .toList();
    }

    /// The findings that an event recorded.
    public static List<Finding> findings(AuditEvent event) {
        return switch (JsonReader.read(event.text("findings").orElse("[]"))) {
            case JsonReading.Read(JsonArray(List<Json> items)) ->
                    items.stream()
                            .filter(JsonObject.class::isInstance)
                            .map(item -> Finding.fromJson((JsonObject) item))
                            .toList();
            default -> List.of();
        };
    }
}
