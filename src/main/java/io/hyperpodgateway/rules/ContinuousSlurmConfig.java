package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// With continuous provisioning HyperPod sets Slurm up from the request alone, not from a file
/// beside the lifecycle scripts.
final class ContinuousSlurmConfig implements Rule {

    private static final RuleId ID =
            RuleId.error(
                            "continuous-slurm-config",
                            "with continuous provisioning on Slurm every instance group has"
                                    + " `SlurmConfig`")
                    .documented("dg/sagemaker-hyperpod-scaling-slurm");

    /// What other rules ask of groups that have it, said for the first group.
    private static final String DEMANDS =
            ": one Controller, PartitionNames for Compute, at most one Login";

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        if (!request.isSlurm() || !request.isContinuous()) return Stream.empty();
        List<JsonPointer> lacking =
                request.instanceGroups().stream()
                        .filter(group -> !group.has("SlurmConfig"))
                        .map(group -> group.pointer().member("SlurmConfig"))
                        .toList();
        return IntStream.range(0, lacking.size())
                .mapToObj(i -> missing(lacking.get(i), i == 0 ? DEMANDS : ""));
    }

    private static Finding missing(JsonPointer at, String demands) {
        return ID.at(
                at,
                "%s is missing, with NodeProvisioningMode Continuous each group of a Slurm cluster needs it%s"
                        .formatted(at, demands));
    }
}
