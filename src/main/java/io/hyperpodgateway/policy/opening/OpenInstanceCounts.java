package io.hyperpodgateway.policy.opening;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Finding.Source;
import io.hyperpodgateway.finding.Findings;
import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.policy.check.Asked;
import io.hyperpodgateway.policy.check.AskedGroup;
import io.hyperpodgateway.policy.check.Check;
import io.hyperpodgateway.policy.check.instances.MaxInstances;

import java.util.List;
import java.util.Optional;

/// Whether a caller may have instances at all: whether a `deny` rule that binds them limits those
/// of the cluster. A limit of groups or types alone bounds no cluster.
///
/// @param isOpen whether there is such a rule
public record OpenInstanceCounts(boolean isOpen) {

    /// The rule of the finding on instances that nobody limited.
    static final String UNLIMITED = "unlimited-instances";

    private static final JsonPointer MODE = JsonPointer.of("AutoScaling", "Mode");

    static OpenInstanceCounts by(List<Check> denying) {
        for (Check check : denying) {
            if (check instanceof MaxInstances limits && limits.perCluster().isPresent())
                return new OpenInstanceCounts(true);
        }
        return new OpenInstanceCounts(false);
    }

    /// A finding at the first count that is not zero, or at automatic scaling, if counts are
    /// closed.
    Optional<Finding> judge(Asked asked) {
        if (isOpen) return Optional.empty();
        List<Finding> each =
                asked.groups().stream()
                        .filter(OpenInstanceCounts::mayHaveInstances)
                        .map(group ->
                                unlimited(group.at("InstanceCount"), "instances are not allowed"))
                        .toList();
        Optional<Finding> first =
                Findings.inOrderOf(asked.request().document(), each).stream().findFirst();
        return first.or(() -> scaling(asked));
    }

    private static boolean mayHaveInstances(AskedGroup group) {
        return group.count().filter(count -> count == 0).isEmpty();
    }

    private static Optional<Finding> scaling(Asked asked) {
        if (!asked.request().autoScales()) return Optional.empty();
        return Optional.of(unlimited(MODE, "Enable is not allowed"));
    }

    private static Finding unlimited(JsonPointer place, String what) {
        return Finding.of(
                Source.POLICY,
                UNLIMITED,
                Level.ERROR,
                place,
                "%s: no policy rule says how many instances your cluster may have".formatted(what));
    }
}
