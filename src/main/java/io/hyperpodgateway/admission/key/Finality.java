package io.hyperpodgateway.admission.key;

import io.hyperpodgateway.admission.outcome.Outcomes;
import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.outcome.TransientRefusals;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.finding.Finding;

/// Decides which outcomes are final under a key: those that the same request would get again.
final class Finality {

    private Finality() {}

    static boolean isFinal(AuditEvent event) {
        String outcome = event.text("outcome").orElseThrow();
        if (outcome.equals("created") || outcome.equals(Problem.CLUSTER_EXISTS.id())) return true;
        return outcome.equals(Problem.REJECTED_BY_SAGEMAKER.id())
                && Outcomes.findings(event).stream()
                        .map(Finding::rule)
                        .noneMatch(TransientRefusals::contains);
    }
}
