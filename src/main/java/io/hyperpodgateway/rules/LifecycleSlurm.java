package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// Without `SlurmConfig` nothing but the lifecycle scripts tells a node what it is to Slurm.
final class LifecycleSlurm implements Rule {

    private static final RuleId ID =
            RuleId.warn(
                            "lifecycle-slurm",
                            "a group of a Slurm cluster without `SlurmConfig` has"
                                    + " `LifeCycleConfig`")
                    .observed();

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        if (!request.isSlurm()) return Stream.empty();
        return request.instanceGroups().stream()
                .filter(group -> !group.has("SlurmConfig") && !group.has("LifeCycleConfig"))
                .map(group -> group.pointer().member("LifeCycleConfig"))
                .map(at ->
                        ID.at(
                                at,
                                "%s is missing, a Slurm group without SlurmConfig needs its scripts"
                                        .formatted(at)));
    }
}
