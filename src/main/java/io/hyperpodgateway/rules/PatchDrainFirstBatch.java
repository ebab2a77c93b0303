package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// Nodes are drained batch by batch, so it must be told how big a batch is. A policy without it has
/// broken its shape already.
final class PatchDrainFirstBatch implements Rule {

    private static final RuleId ID =
            RuleId.error(
                            "patch-drain-first-batch",
                            "`AutoPatchConfig.PatchingStrategy` DrainFirst needs `DeploymentConfig.RollingUpdatePolicy.MaximumBatchSize`")
                    .modelled();

    private static final String DEPLOYMENT = "DeploymentConfig";
    private static final String POLICY = "RollingUpdatePolicy";

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        return AutoPatch.of(request)
                .filter(patch -> patch.drainsFirst() && lacksPolicy(patch.document()))
                .map(patch -> patch.at(DEPLOYMENT).member(POLICY).member("MaximumBatchSize"))
                .map(at ->
                        ID.at(
                                at,
                                "%s is missing, PatchingStrategy DrainFirst needs it"
                                        .formatted(at)));
    }

    private static boolean lacksPolicy(JsonObject patch) {
        if (patch.get(DEPLOYMENT).isEmpty()) return true;
        return patch.object(DEPLOYMENT)
                .filter(deployment -> deployment.get(POLICY).isEmpty())
                .isPresent();
    }
}
