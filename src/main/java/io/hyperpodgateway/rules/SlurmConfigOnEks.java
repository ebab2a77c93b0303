package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// What a group is to the other orchestrator is of no use to its own. Nothing is said where both or
/// neither is chosen.
final class SlurmConfigOnEks implements Rule {

    private static final RuleId ID =
            RuleId.warn(
                            "slurm-config-on-eks",
                            "`SlurmConfig` is for Slurm clusters, `KubernetesConfig` for EKS clusters")
                    .documented("dg/sagemaker-hyperpod-eks-custom-labels-and-taints");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        if (request.isEks() == request.isSlurm()) return Stream.empty();
        return request.isEks()
                ? useless(request, "SlurmConfig", "Slurm")
                : useless(request, "KubernetesConfig", "EKS");
    }

    private static Stream<Finding> useless(ClusterRequest request, String member, String kind) {
        return request.instanceGroups().stream()
                .filter(group -> group.document().object(member).isPresent())
                .map(group -> group.pointer().member(member))
                .map(at ->
                        ID.at(
                                at,
                                "%s is set, it is of use on %s clusters only".formatted(at, kind)));
    }
}
