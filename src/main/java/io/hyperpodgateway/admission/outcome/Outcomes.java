package io.hyperpodgateway.admission.outcome;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.json.JsonReading;
import io.hyperpodgateway.spec.Finding;

import java.util.List;

/// Outcomes as the record tells them.
public final class Outcomes {

    private Outcomes() {}

    /// The outcome that a concluding event recorded.
    public static Outcome of(AuditEvent event) {
        String outcome = event.text("outcome").orElseThrow();
        List<Finding> findings = findings(event);
        if (outcome.equals("created")) {
            return new Outcome.Created(
                    event.text("clusterName").orElseThrow(),
                    event.text("clusterArn").orElseThrow(),
                    findings);
        }
        // A later look that found no cluster: SageMaker certainly made none.
        Problem problem =
                outcome.equals("not-created") ? Problem.SAGEMAKER_UNAVAILABLE : Problem.of(outcome);
        return new Outcome.Refused(Refusal.of(problem, findings));
    }

    private static List<Finding> findings(AuditEvent event) {
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
