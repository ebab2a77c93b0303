package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// Draining nodes is Kubernetes's art.
final class PatchDrainFirstEks implements Rule {

    private static final RuleId ID =
            RuleId.error(
                            "patch-drain-first-eks",
                            "`AutoPatchConfig.PatchingStrategy` DrainFirst is for EKS clusters")
                    .modelled();

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        if (!request.lacksEks()) return Stream.empty();
        return AutoPatch.of(request)
                .filter(AutoPatch::drainsFirst)
                .map(patch -> patch.at("PatchingStrategy"))
                .map(at ->
                        ID.at(
                                at,
                                "%s is DrainFirst, on a Slurm cluster WhenIdle and WhenAllIdle are allowed"
                                        .formatted(at)));
    }
}
