package io.hyperpodgateway.policy.law;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.policy.PolicyDecision;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What came of a request, for comparison.
///
/// @param errors what denies it, each as "rule at place", sorted
/// @param advice what warns or is audited, likewise
/// @param forwarded the request that would go to SageMaker
record ComparableDecision(List<String> errors, List<String> advice, JsonObject forwarded) {

    static ComparableDecision of(PolicyDecision decision, JsonObject forwarded) {
        List<Finding> all =
                Stream.concat(decision.shown().stream(), decision.audited().stream()).toList();
        var comparableDecision =
                new ComparableDecision(
                        sorted(all, Finding::isError),
                        sorted(all, finding -> !finding.isError()),
                        forwarded);
        if (decision.denied() == comparableDecision.errors.isEmpty())
            throw new AssertionError("denied without a reason, or the other way round");
        return comparableDecision;
    }

    boolean denied() {
        return !errors.isEmpty();
    }

    /// What denies it, but for what is closed.
    List<String> errorsOfRules() {
        return errors.stream().filter(error -> !error.startsWith("unli")).toList();
    }

    private static List<String> sorted(List<Finding> findings, Predicate<Finding> wanted) {
        return findings.stream()
                .filter(wanted)
                .map(finding -> "%s at %s".formatted(finding.rule(), finding.pointer()))
                .sorted()
                .toList();
    }
}
