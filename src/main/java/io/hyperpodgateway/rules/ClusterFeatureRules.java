package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.Row.rule;
import static io.hyperpodgateway.rules.RuleId.error;
import static io.hyperpodgateway.rules.RuleId.warn;

import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.Section;

import java.util.List;
import java.util.Optional;

/// The rules on what a cluster may switch on: autoscaling and tiered storage.
final class ClusterFeatureRules {

    private static final String SHARE = "InstanceMemoryAllocationPercentage";

    private ClusterFeatureRules() {}

    /// All of them, in the order in which findings on one place are reported.
    static List<Rule> all() {
        return List.of(autoscalingNeeds(), tieredStorageOff(), tieredEks());
    }

    // The autoscaler adds and removes nodes of an EKS cluster by continuous provisioning, in a role
    // of its own, and leaves broken nodes to automatic recovery. `NodeRecovery` may be left out,
    // as AWS's own tutorials do.
    private static Rule autoscalingNeeds() {
        return rule(error(
                                "autoscaling-needs",
                                "`AutoScaling.Mode` is Enable only on a Continuous EKS cluster with a"
                                        + " `ClusterRole`, and not beside `NodeRecovery` None")
                        .documented("dg/sagemaker-hyperpod-eks-autoscaling"))
                .when(ClusterRequest::autoScales)
                .when(ClusterRequest::lacksEks)
                .at("/Orchestrator/Eks")
                .says(request -> EksCluster.neededBy(request, "AutoScaling"))
                .also(row ->
                        row.when(ClusterRequest::autoScales)
                                .when(ClusterRequest::lacksContinuous)
                                .at("/NodeProvisioningMode")
                                .says(request ->
                                        ContinuousProvisioning.neededBy(
                                                request, JsonPointer.of("AutoScaling"))))
                .also(row ->
                        row.when(ClusterRequest::autoScales)
                                .when(request -> request.section().is("NodeRecovery", "None"))
                                .at("/NodeRecovery")
                                .says("is None, AutoScaling needs Automatic"))
                .also(row ->
                        row.when(ClusterRequest::autoScales)
                                .when(request -> !request.has("ClusterRole"))
                                .at("/ClusterRole")
                                .says("is missing, AutoScaling needs a role there"));
    }

    private static Rule tieredStorageOff() {
        return rule(warn(
                                "tiered-storage-off",
                                "`TieredStorageConfig.InstanceMemoryAllocationPercentage` is set beside `Mode` Enable only")
                        .inferred())
                .ifPresent(ClusterFeatureRules::tieredStorage)
                .when(config -> config.is("Mode", "Disable"))
                .when(config -> config.has(SHARE))
                .at(config -> config.at(SHARE))
                .fixByRemoval()
                .says("has no effect while Mode is Disable");
    }

    // A Kubernetes daemon set manages the checkpoints in memory.
    private static Rule tieredEks() {
        return rule(warn(
                                "tiered-eks",
                                "`TieredStorageConfig.Mode` Enable is for EKS clusters, which AWS names"
                                        + " as its prerequisite")
                        .documented("dg/managed-tier-checkpointing-setup"))
                .when(ClusterRequest::lacksEks)
                .ifPresent(ClusterFeatureRules::tieredStorage)
                .when(config -> config.is("Mode", "Enable"))
                .at(config -> config.at("Mode"))
                .says(
                        "is Enable on a Slurm cluster, AWS documents an EKS cluster as its"
                                + " prerequisite");
    }

    private static Optional<Section> tieredStorage(ClusterRequest request) {
        return request.section().section("TieredStorageConfig");
    }
}
