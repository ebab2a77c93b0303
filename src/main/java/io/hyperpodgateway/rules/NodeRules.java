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
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The rules on what nodes start with: threads, health checks, labels, taints, images.
final class NodeRules {

    private static final String THREADS = "ThreadsPerCore";
    private static final String CHECKS = "OnStartDeepHealthChecks";
    private static final String VERSION = "ImageReleaseVersion";
    private static final Set<String> WITHOUT_JOBS = Set.of("Controller", "Login");

    /// Graviton, AMD's processors from the eighth generation on, and Grace: the families of the
    /// service model of which it is certain.
    private static final Pattern ONE_THREAD =
            Pattern.compile("ml\\.([cm][678]g|[cm]8a|p6e-gb200)\\.[a-z0-9]{1,20}");

    /// EC2's classes of CPU instances: compute (c), storage (i), general (m), memory (r), burst
    /// (t). What is of none of them, such as a type that is not known yet, may well have
    /// accelerators.
    private static final Pattern CPU_ONLY =
            Pattern.compile("ml\\.[cimrt][0-9][a-z0-9-]{0,20}\\.[a-z0-9]{1,20}");

    private static final List<String> RESERVED =
            List.of(
                    "kubernetes.io/",
                    "k8s.io/",
                    "sagemaker.amazonaws.com/",
                    "eks.amazonaws.com/",
                    "k8s.aws/",
                    "karpenter.sh/");

    private NodeRules() {}

    /// All of them, in the order in which findings on one place are reported.
    static List<Rule> all() {
        return List.of(
                threadsPerCore(),
                deepChecksAccelerated(),
                deepChecksWorkers(),
                deepChecksNoTaints(),
                reservedLabels(),
                taintsUnique(),
                imageVersionManaged());
    }

    private static Rule threadsPerCore() {
        return rule(warn(
                                "threads-per-core",
                                "`ThreadsPerCore` is 2 only for instance types whose cores have two threads")
                        .modelled())
                .each(ClusterRequest::groups)
                .when(group -> group.section().integer(THREADS).equals(Optional.of(2L)))
                .when(group -> firstType(group, ONE_THREAD).isPresent())
                .at(group -> group.at(THREADS))
                .says(group ->
                        Phrase.of(
                                "is 2, ",
                                firstType(group, ONE_THREAD).orElseThrow(),
                                " has 1: 1 is allowed, or no such member"));
    }

    /// The first of such a type that the group may come to have.
    private static Optional<String> firstType(InstanceGroup group, Pattern pattern) {
        return group.instanceTypes().values().stream()
                .filter(type -> pattern.matcher(type).matches())
                .findFirst();
    }

    // Deep health checks stress GPUs and Trainium chips: without one there is nothing to stress.
    private static Rule deepChecksAccelerated() {
        return rule(warn(
                                "deep-checks-accelerated",
                                "`OnStartDeepHealthChecks` is set in groups of GPU and Trainium types only")
                        .documented("dg/sagemaker-hyperpod-eks-prerequisites"))
                .each(ClusterRequest::groups)
                .when(group -> group.has(CHECKS))
                .when(group -> firstType(group, CPU_ONLY).isPresent())
                .at(group -> group.at(CHECKS))
                .says(group ->
                        Phrase.of(
                                "is for GPU and Trainium types, ",
                                firstType(group, CPU_ONLY).orElseThrow(),
                                " has neither"));
    }

    // On a Slurm cluster deep health checks run on the nodes that run jobs, the Compute ones.
    private static Rule deepChecksWorkers() {
        return rule(warn(
                                "deep-checks-workers",
                                "on a Slurm cluster `OnStartDeepHealthChecks` is set in Compute groups"
                                        + " only, they never run on Controller and Login nodes")
                        .documented("dg/sagemaker-hyperpod-resiliency-slurm-deep-health-checks"))
                .when(ClusterRequest::isSlurm)
                .each(ClusterRequest::instanceGroups)
                .when(group -> group.section().hasItems(CHECKS))
                .when(group -> group.slurmNodeType().filter(WITHOUT_JOBS::contains).isPresent())
                .at(group -> group.at(CHECKS))
                .says(group ->
                        Phrase.of(
                                "is set in a ",
                                group.slurmNodeType().orElseThrow(),
                                " group, deep health checks run in Compute groups only"));
    }

    // The pods of deep health checks tolerate no taint of the caller's, so they would never run.
    private static Rule deepChecksNoTaints() {
        return rule(error(
                                "deep-checks-no-taints",
                                "a group has not both `OnStartDeepHealthChecks` and `KubernetesConfig.Taints`")
                        .documented("dg/sagemaker-hyperpod-eks-prerequisites"))
                .each(ClusterRequest::groups)
                .when(group -> group.section().hasItems(CHECKS))
                .when(group -> !group.taints().isEmpty())
                .at(group -> group.at(CHECKS))
                .says("is set beside KubernetesConfig.Taints, one of the two is allowed");
    }

    // What is reserved is the prefix as it is listed: a subdomain of it, as in
    // `node.kubernetes.io/`, is another one. A label's key is not repeated in the sentence, it may
    // be of any length.
    private static Rule reservedLabels() {
        return rule(error(
                                "reserved-labels",
                                "no key of a label or taint begins with `kubernetes.io/`, `k8s.io/`, `sagemaker.amazonaws.com/`, `eks.amazonaws.com/`, `k8s.aws/` or `karpenter.sh/`")
                        .documented("dg/sagemaker-hyperpod-eks-custom-labels-and-taints"))
                .each(ClusterRequest::groups)
                .eachOf(NodeRules::labelKeys)
                .when(key -> prefix(key).isPresent())
                .at(Text::pointer)
                .says(key ->
                        Phrase.sentence(
                                key.pointer().parent().orElseThrow(),
                                " has a key that begins with ",
                                prefix(key).orElseThrow(),
                                ", which is reserved"))
                .also(row ->
                        row.each(ClusterRequest::groups)
                                .eachOf(NodeRules::taintKeys)
                                .when(key -> prefix(key).isPresent())
                                .at(Text::pointer)
                                .says(key ->
                                        Phrase.of(
                                                "begins with ",
                                                prefix(key).orElseThrow(),
                                                ", which is reserved")));
    }

    private static Stream<Text> labelKeys(InstanceGroup group) {
        return group.section().section("KubernetesConfig", "Labels").stream()
                .flatMap(labels ->
                        labels.json().members().keySet().stream()
                                .map(key -> new Text(labels.at(key), key)));
    }

    private static Stream<Text> taintKeys(InstanceGroup group) {
        return group.taints().stream()
                .flatMap(taint ->
                        taint.text("Key").stream().map(key -> new Text(taint.at("Key"), key)));
    }

    private static Optional<String> prefix(Text key) {
        return RESERVED.stream().filter(key.value()::startsWith).findFirst();
    }

    // A node bears one taint of a key and effect, whatever its value.
    private static Rule taintsUnique() {
        return rule(warn(
                                "taints-unique",
                                "the pair of `Key` and `Effect` is unique among the taints of a group")
                        .inferred())
                .each(ClusterRequest::groups)
                .eachRepeated(InstanceGroup::taints, NodeRules::keyAndEffect)
                .at(Section::pointer)
                .says("has Key and Effect of an earlier taint, each pair is allowed once");
    }

    private static Optional<List<String>> keyAndEffect(Section taint) {
        return taint.text("Key")
                .flatMap(key -> taint.text("Effect").map(effect -> List.of(key, effect)));
    }

    // Versions count HyperPod's own images, not the caller's.
    private static Rule imageVersionManaged() {
        return rule(warn(
                                "image-version-managed",
                                "`ImageReleaseVersion` is not set beside a custom `ImageId` (`ami-…`)")
                        .inferred())
                .each(ClusterRequest::instanceGroups)
                .when(group -> group.has(VERSION))
                .when(group ->
                        group.section()
                                .text("ImageId")
                                .filter(id -> id.startsWith("ami-"))
                                .isPresent())
                .at(group -> group.at(VERSION))
                .says("is of HyperPod's own images, ImageId names a custom one");
    }
}
