package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Kubernetes, EKS, HyperPod and Karpenter keep prefixes of their own on nodes. What is reserved is
/// the prefix as it is listed: a subdomain of it, as in `node.kubernetes.io/`, is another one.
final class ReservedLabels implements Rule {

    private static final RuleId ID =
            RuleId.error(
                            "reserved-labels",
                            "no key of a label or taint begins with `kubernetes.io/`, `k8s.io/`, `sagemaker.amazonaws.com/`, `eks.amazonaws.com/`, `k8s.aws/` or `karpenter.sh/`")
                    .documented("dg/sagemaker-hyperpod-eks-custom-labels-and-taints");
    private static final List<String> PREFIXES =
            List.of(
                    "kubernetes.io/",
                    "k8s.io/",
                    "sagemaker.amazonaws.com/",
                    "eks.amazonaws.com/",
                    "k8s.aws/",
                    "karpenter.sh/");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        return request.groups().stream()
                .flatMap(group -> Stream.concat(labels(group), taints(group)));
    }

    private static Stream<Finding> labels(InstanceGroup group) {
        JsonPointer place = group.pointer().member("KubernetesConfig").member("Labels");
        return group
                .document()
                .object("KubernetesConfig")
                .flatMap(config -> config.object("Labels"))
                .stream()
                .flatMap(labels -> labels.members().keySet().stream())
                .flatMap(key -> prefix(key).map(prefix -> label(place, key, prefix)).stream());
    }

    private static Stream<Finding> taints(InstanceGroup group) {
        return Taint.of(group)
                .flatMap(taint ->
                        taint.key().flatMap(ReservedLabels::prefix).stream()
                                .map(prefix -> taint(taint.pointer().member("Key"), prefix)));
    }

    private static Optional<String> prefix(String key) {
        for (String prefix : PREFIXES) {
            if (key.startsWith(prefix)) return Optional.of(prefix);
        }
        return Optional.empty();
    }

    private static Finding label(JsonPointer labels, String key, String prefix) {
        return ID.at(
                labels.member(key),
                labels + " has a key that begins with " + prefix + ", which is reserved");
    }

    private static Finding taint(JsonPointer at, String prefix) {
        return ID.at(at, "%s begins with %s, which is reserved".formatted(at, prefix));
    }
}
