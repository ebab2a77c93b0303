package io.hyperpodgateway.spec.rules.slurm;

import io.hyperpodgateway.spec.ClusterRequest;
import io.hyperpodgateway.spec.Finding;
import io.hyperpodgateway.spec.rules.Rule;
import io.hyperpodgateway.spec.rules.RuleId;

import java.util.stream.Stream;

/// With continuous provisioning HyperPod sets Slurm up from the request alone, not from a file
/// beside the lifecycle scripts.
final class ContinuousSlurmConfig implements Rule {

    private static final RuleId ID =
            RuleId.error(
                            "continuous-slurm-config",
                            "with continuous provisioning on Slurm every instance group has `SlurmConfig`")
                    .documented("dg/sagemaker-hyperpod-scaling-slurm");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public boolean concerns(ClusterRequest request) {
        return request.isSlurm() && request.isContinuous();
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        if (!concerns(request)) return Stream.empty();
        return request.instanceGroups().stream()
                .filter(group -> !group.has("SlurmConfig"))
                .map(group -> group.pointer().member("SlurmConfig"))
                .map(at ->
                        ID.at(
                                at,
                                "%s is missing, with NodeProvisioningMode Continuous each group of a Slurm cluster needs it"
                                        .formatted(at)));
    }
}
