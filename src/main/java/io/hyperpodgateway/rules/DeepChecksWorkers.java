package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;

import java.util.Set;
import java.util.stream.Stream;

/// On a Slurm cluster deep health checks run on the nodes that run jobs, the Compute ones.
final class DeepChecksWorkers implements Rule {

    private static final RuleId ID =
            RuleId.warn(
                            "deep-checks-workers",
                            "on a Slurm cluster `OnStartDeepHealthChecks` is set in Compute groups"
                                    + " only, they never run on Controller and Login nodes")
                    .documented("dg/sagemaker-hyperpod-resiliency-slurm-deep-health-checks");
    private static final String MEMBER = "OnStartDeepHealthChecks";
    private static final Set<String> WITHOUT_JOBS = Set.of("Controller", "Login");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        if (!request.isSlurm()) return Stream.empty();
        return request.instanceGroups().stream()
                .filter(group -> !group.document().items(MEMBER).isEmpty())
                .flatMap(DeepChecksWorkers::neverRun);
    }

    private static Stream<Finding> neverRun(InstanceGroup group) {
        JsonPointer at = group.pointer().member(MEMBER);
        return group.slurmNodeType().filter(WITHOUT_JOBS::contains).stream()
                .map(type ->
                        ID.at(
                                at,
                                "%s is set in a %s group, deep health checks run in Compute groups only"
                                        .formatted(at, type)));
    }
}
