package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.Row.rule;
import static io.hyperpodgateway.rules.RuleId.error;
import static io.hyperpodgateway.rules.RuleId.warn;

import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.Section;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The rules on automatic patching.
final class PatchRules {

    private static final String CONFIG = "AutoPatchConfig";
    private static final String STRATEGY = "PatchingStrategy";
    private static final String DRAIN_POLICY = "DrainPolicy";
    private static final String WINDOW = "IdleWaitWindowInSeconds";
    private static final String DEPLOYMENT = "DeploymentConfig";
    private static final String ROLLING_POLICY = "RollingUpdatePolicy";
    private static final Set<String> IDLE = Set.of("WhenIdle", "WhenAllIdle");

    private PatchRules() {}

    /// All of them, in the order in which findings on one place are reported.
    static List<Rule> all() {
        return List.of(
                patchEks(),
                patchDrainFirstEks(),
                patchDrainFirstBatch(),
                patchDrainPolicy(),
                patchIdleWindow(),
                patchDeploymentConfig(),
                patchTwice());
    }

    // No refusal of it on other clusters is known.
    private static Rule patchEks() {
        return rule(warn("patch-eks", "`AutoPatchConfig` is documented for EKS clusters only")
                        .documented("dg/sagemaker-hyperpod-eks-operate-ami-auto-patching"))
                .when(ClusterRequest::lacksEks)
                .eachOf(PatchRules::configs)
                .at(Section::pointer)
                .says("is set, automatic patching is documented for EKS clusters only");
    }

    private static Stream<Section> configs(ClusterRequest request) {
        return request.instanceGroups().stream().flatMap(group -> group.section(CONFIG).stream());
    }

    // Kubernetes drains the nodes.
    private static Rule patchDrainFirstEks() {
        return rule(error(
                                "patch-drain-first-eks",
                                "`AutoPatchConfig.PatchingStrategy` DrainFirst is for EKS clusters")
                        .modelled())
                .when(ClusterRequest::lacksEks)
                .eachOf(PatchRules::configs)
                .when(PatchRules::drainsFirst)
                .at(config -> config.at(STRATEGY))
                .says("is DrainFirst, on a Slurm cluster WhenIdle and WhenAllIdle are allowed");
    }

    private static boolean drainsFirst(Section config) {
        return config.is(STRATEGY, "DrainFirst");
    }

    // Nodes are drained batch by batch. A policy without the size of a batch has broken its shape
    // already.
    private static Rule patchDrainFirstBatch() {
        return rule(error(
                                "patch-drain-first-batch",
                                "`AutoPatchConfig.PatchingStrategy` DrainFirst needs `DeploymentConfig.RollingUpdatePolicy.MaximumBatchSize`")
                        .modelled())
                .eachOf(PatchRules::configs)
                .when(PatchRules::drainsFirst)
                .when(PatchRules::lacksRollingPolicy)
                .at(config ->
                        config.at(DEPLOYMENT).member(ROLLING_POLICY).member("MaximumBatchSize"))
                .says("is missing, PatchingStrategy DrainFirst needs it");
    }

    private static boolean lacksRollingPolicy(Section config) {
        return !config.has(DEPLOYMENT)
                || config.section(DEPLOYMENT)
                        .filter(deployment -> !deployment.has(ROLLING_POLICY))
                        .isPresent();
    }

    // Either the strategy or the policy is a mistake: which one, only the caller knows.
    private static Rule patchDrainPolicy() {
        return rule(error(
                                "patch-drain-policy",
                                "`AutoPatchConfig.DrainPolicy` is set only with `PatchingStrategy` DrainFirst")
                        .modelled())
                .eachOf(PatchRules::configs)
                .when(PatchRules::waitsForIdle)
                .when(config -> config.section(DRAIN_POLICY).isPresent())
                .at(config -> config.at(DRAIN_POLICY))
                .says("is set, it is allowed only with PatchingStrategy DrainFirst");
    }

    /// A strategy that is not known here neither waits nor drains.
    private static boolean waitsForIdle(Section config) {
        return config.text(STRATEGY).filter(IDLE::contains).isPresent();
    }

    private static Rule patchIdleWindow() {
        return rule(warn(
                                "patch-idle-window",
                                "`AutoPatchConfig.IdleWaitWindowInSeconds` has no effect with `PatchingStrategy` DrainFirst")
                        .modelled())
                .eachOf(PatchRules::configs)
                .when(PatchRules::drainsFirst)
                .when(config -> config.integer(WINDOW).isPresent())
                .at(config -> config.at(WINDOW))
                .fixByRemoval()
                .says("is set, it has no effect with PatchingStrategy DrainFirst");
    }

    // Nodes that are patched as they become idle are not patched in batches.
    private static Rule patchDeploymentConfig() {
        return rule(warn(
                                "patch-deployment-config",
                                "`AutoPatchConfig.DeploymentConfig` has no effect with `PatchingStrategy` WhenIdle and WhenAllIdle")
                        .modelled())
                .eachOf(PatchRules::configs)
                .when(PatchRules::waitsForIdle)
                .when(config -> config.section(DEPLOYMENT).isPresent())
                .at(config -> config.at(DEPLOYMENT))
                .says("is set, it has an effect only with PatchingStrategy DrainFirst");
    }

    // Both replace the image of a group, each by its own calendar.
    private static Rule patchTwice() {
        return rule(warn(
                                "patch-twice",
                                "a group has one of `AutoPatchConfig` and `ScheduledUpdateConfig`,"
                                        + " not two schedules for one image")
                        .inferred())
                .each(ClusterRequest::groups)
                .when(group -> group.section(CONFIG).isPresent())
                .when(group -> group.section("ScheduledUpdateConfig").isPresent())
                .at(group -> group.at("ScheduledUpdateConfig"))
                .says("is set beside AutoPatchConfig, one of the two is enough");
    }
}
