package io.hyperpodgateway.spec.rules.cluster;

import io.hyperpodgateway.spec.ClusterRequest;
import io.hyperpodgateway.spec.Finding;
import io.hyperpodgateway.spec.rules.Rule;
import io.hyperpodgateway.spec.rules.RuleId;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Some choices stay as long as the cluster or group does. They are told in one finding at the
/// first of them; that a cluster keeps its name is news to nobody, and never told alone.
final class Immutable implements Rule {

    private static final RuleId ID =
            RuleId.info(
                            "immutable",
                            "what cannot be changed later is told once: `ClusterName`, `VpcConfig`, the EKS cluster, and a group's `OverrideVpcConfig`, `CapacityRequirements`, `SlurmConfig.NodeType` and KMS keys")
                    .documented("APIReference/API_UpdateCluster");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        List<LastingChoice> choices = LastingChoice.of(request);
        return choices.stream().limit(1).map(first -> finding(first, choices));
    }

    private static Finding finding(LastingChoice first, List<LastingChoice> choices) {
        String others =
                Stream.concat(
                                choices.stream().skip(1).map(LastingChoice::name),
                                Stream.of("ClusterName"))
                        .collect(Collectors.joining(", "));
        return ID.at(
                first.pointer(),
                "%s cannot be changed once it is made; the same holds for: %s"
                        .formatted(first.pointer(), others));
    }
}
