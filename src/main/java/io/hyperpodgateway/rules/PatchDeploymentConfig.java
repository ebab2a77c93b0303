package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// Nodes that are patched as they become idle are patched in no batches.
final class PatchDeploymentConfig implements Rule {

    private static final RuleId ID =
            RuleId.warn(
                            "patch-deployment-config",
                            "`AutoPatchConfig.DeploymentConfig` has no effect with `PatchingStrategy` WhenIdle and WhenAllIdle")
                    .modelled();

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        return AutoPatch.of(request)
                .filter(AutoPatch::waitsForIdle)
                .filter(patch -> patch.document().object("DeploymentConfig").isPresent())
                .map(patch -> patch.at("DeploymentConfig"))
                .map(at ->
                        ID.at(
                                at,
                                "%s is set, it has an effect only with PatchingStrategy DrainFirst"
                                        .formatted(at)));
    }
}
