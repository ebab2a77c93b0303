package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.Row.rule;
import static io.hyperpodgateway.rules.RuleId.error;
import static io.hyperpodgateway.rules.RuleId.warn;

import io.hyperpodgateway.finding.Phrase;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;
import io.hyperpodgateway.request.Section;
import io.hyperpodgateway.request.Section.Text;

import java.util.List;
import java.util.stream.Stream;

/// The rules on clusters that Slurm runs.
final class SlurmRules {

    private static final String CONFIG = "SlurmConfig";
    private static final String STRATEGY = "SlurmConfigStrategy";
    private static final String NODE_TYPE = "NodeType";
    private static final String PARTITIONS = "PartitionNames";

    private static final String REFERENCE = "dg/sagemaker-hyperpod-ref";
    private static final String SCALING = "dg/sagemaker-hyperpod-scaling-slurm";

    private SlurmRules() {}

    /// All of them, in the order in which findings on one place are reported.
    static List<Rule> all() {
        return List.of(
                continuousSlurmConfig(),
                continuousNoStrategy(),
                strategyExplicit(),
                oneController(),
                controllerSingle(),
                oneLogin(),
                partitions(),
                devPartition(),
                configOnEks());
    }

    // With continuous provisioning HyperPod sets Slurm up from the request alone, not from a file
    // with the lifecycle scripts. What other rules require of such groups is said with the first.
    private static Rule continuousSlurmConfig() {
        String missing =
                "is missing, with NodeProvisioningMode Continuous each group of a Slurm cluster needs it";
        return rule(error(
                                "continuous-slurm-config",
                                "with continuous provisioning on Slurm every instance group has"
                                        + " `SlurmConfig`")
                        .documented(SCALING))
                .eachOf(SlurmRules::withoutConfig)
                .first()
                .at(group -> group.at(CONFIG))
                .says(missing + ": one Controller, PartitionNames for Compute, at most one Login")
                .also(row ->
                        row.eachOf(SlurmRules::withoutConfig)
                                .afterFirst()
                                .at(group -> group.at(CONFIG))
                                .says(missing));
    }

    private static Stream<InstanceGroup> withoutConfig(ClusterRequest request) {
        if (!request.isSlurm() || !request.isContinuous()) return Stream.empty();
        return request.instanceGroups().stream().filter(group -> !group.has(CONFIG));
    }

    // With continuous provisioning HyperPod merges into `slurm.conf`, and SageMaker refuses any
    // strategy.
    private static Rule continuousNoStrategy() {
        return rule(error(
                                "continuous-no-strategy",
                                "with continuous provisioning on Slurm there is no"
                                        + " `SlurmConfigStrategy`")
                        .documented(SCALING))
                .when(ClusterRequest::isContinuous)
                .ifPresent(ClusterRequest::slurm)
                .when(slurm -> slurm.text(STRATEGY).isPresent())
                .at(slurm -> slurm.at(STRATEGY))
                .fixByRemoval()
                .says(
                        "is set, with NodeProvisioningMode Continuous it must be left out: HyperPod always merges");
    }

    // AWS documents `Managed` as the default on one page and `Merge` on another, and they treat
    // changes by hand differently.
    private static Rule strategyExplicit() {
        return rule(warn(
                                "slurm-strategy-explicit",
                                "`Orchestrator.Slurm` without continuous provisioning sets"
                                        + " `SlurmConfigStrategy`, of which AWS documents two"
                                        + " different defaults")
                        .documented(REFERENCE))
                .when(ClusterRequest::lacksContinuous)
                .ifPresent(ClusterRequest::slurm)
                .when(slurm -> !slurm.has(STRATEGY))
                .at(slurm -> slurm.at(STRATEGY))
                .says(
                        "is missing, AWS documents both Managed and Merge as its default: set it, unless NodeProvisioningMode becomes Continuous");
    }

    // Without any `SlurmConfig` the lifecycle scripts decide which node is the controller, and
    // nothing is known here.
    private static Rule oneController() {
        return rule(error(
                                "slurm-one-controller",
                                "on a Slurm cluster with any `SlurmConfig` exactly one group is of"
                                        + " NodeType Controller")
                        .documented(REFERENCE))
                .when(request -> request.isSlurm() && request.lacksSlurmController())
                .at("/InstanceGroups")
                .says(
                        "has no group whose SlurmConfig.NodeType is Controller, exactly one is required")
                .also(row ->
                        row.eachOf(SlurmRules::nodes)
                                .when(config -> config.is(NODE_TYPE, "Controller"))
                                .afterFirst()
                                .at(config -> config.at(NODE_TYPE))
                                .says(
                                        "is Controller, as that of an earlier group is, exactly one is allowed"));
    }

    // The API sets up one controller node. Several are set up in the older way, by a file and a
    // shared directory.
    private static Rule controllerSingle() {
        return rule(warn("slurm-controller-single", "the Controller group has `InstanceCount` 1")
                        .documented(SCALING))
                .when(ClusterRequest::isSlurm)
                .each(ClusterRequest::instanceGroups)
                .when(group -> group.slurmNodeType().filter("Controller"::equals).isPresent())
                .when(group -> group.writtenInstanceCount().filter(count -> count != 1).isPresent())
                .at(group -> group.at("InstanceCount"))
                .says(group ->
                        Phrase.of(
                                "is %d, a Controller group runs with 1 instance"
                                        .formatted(group.writtenInstanceCount().orElseThrow())));
    }

    private static Rule oneLogin() {
        return rule(error(
                                "slurm-one-login",
                                "on a Slurm cluster at most one group is of NodeType Login")
                        .documented(REFERENCE))
                .eachOf(SlurmRules::nodes)
                .when(config -> config.is(NODE_TYPE, "Login"))
                .afterFirst()
                .at(config -> config.at(NODE_TYPE))
                .says("is Login, as that of an earlier group is, at most one is allowed");
    }

    // Partitions hold the nodes that jobs run on. An empty list names none, and what is no list is
    // left to the shape check.
    private static Rule partitions() {
        return rule(error(
                                "slurm-partitions",
                                "on a Slurm cluster `PartitionNames` is required for Compute and"
                                        + " not allowed for Controller and Login")
                        .documented(REFERENCE))
                .eachOf(SlurmRules::nodes)
                .when(config -> config.is(NODE_TYPE, "Compute"))
                .when(config -> !config.has(PARTITIONS) || config.isEmptyArray(PARTITIONS))
                .at(config -> config.at(PARTITIONS))
                .says("names no partition, a Compute group needs one")
                .also(row ->
                        row.eachOf(SlurmRules::nodes)
                                .when(config ->
                                        config.is(NODE_TYPE, "Controller")
                                                || config.is(NODE_TYPE, "Login"))
                                .when(config -> config.hasItems(PARTITIONS))
                                .at(config -> config.at(PARTITIONS))
                                .fixByRemoval()
                                .says("is set, only Compute groups may name a partition"));
    }

    // HyperPod puts every node into a partition `dev` of its own. Names in other letter case are
    // other partitions.
    private static Rule devPartition() {
        return rule(warn(
                                "slurm-dev-partition",
                                "no partition is named `dev`, which HyperPod itself makes of all"
                                        + " nodes")
                        .documented(REFERENCE))
                .eachOf(SlurmRules::nodes)
                .each(config -> config.texts(PARTITIONS))
                .when(name -> name.value().equals("dev"))
                .at(Text::pointer)
                .says(
                        "is dev, the partition that HyperPod makes of all nodes: choose another name");
    }

    // Nothing is reported where both orchestrators or neither is chosen.
    private static Rule configOnEks() {
        return rule(warn(
                                "slurm-config-on-eks",
                                "`SlurmConfig` is for Slurm clusters, `KubernetesConfig` for EKS"
                                        + " clusters")
                        .documented("dg/sagemaker-hyperpod-eks-custom-labels-and-taints"))
                .when(ClusterRequest::isEksOnly)
                .each(ClusterRequest::instanceGroups)
                .ifPresent(group -> group.section(CONFIG))
                .at(Section::pointer)
                .says("is set, it is of use on Slurm clusters only")
                .also(row ->
                        row.when(ClusterRequest::lacksEks)
                                .each(ClusterRequest::instanceGroups)
                                .ifPresent(group -> group.section("KubernetesConfig"))
                                .at(Section::pointer)
                                .says("is set, it is of use on EKS clusters only"));
    }

    private static Stream<Section> nodes(ClusterRequest request) {
        if (!request.isSlurm()) return Stream.empty();
        return request.instanceGroups().stream().flatMap(group -> group.section(CONFIG).stream());
    }
}
