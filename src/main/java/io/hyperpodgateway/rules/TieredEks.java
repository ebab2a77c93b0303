package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// Checkpoints in memory are managed by a daemon set of Kubernetes.
final class TieredEks implements Rule {

    private static final RuleId ID =
            RuleId.warn(
                            "tiered-eks",
                            "`TieredStorageConfig.Mode` Enable is for EKS clusters, which AWS names"
                                    + " as its prerequisite")
                    .documented("dg/managed-tier-checkpointing-setup");
    private static final String CONFIG = "TieredStorageConfig";

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        if (!request.lacksEks()) return Stream.empty();
        JsonPointer at = JsonPointer.of(CONFIG, "Mode");
        return request.document().object(CONFIG).stream()
                .flatMap(config -> config.text("Mode").filter("Enable"::equals).stream())
                .map(_ ->
                        ID.at(
                                at,
                                at
                                        + " is Enable on a Slurm cluster, AWS documents an EKS"
                                        + " cluster as its prerequisite"));
    }
}
