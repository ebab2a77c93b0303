package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;

/// Some choices stay as long as the cluster or group does. They are told in one finding at the
/// first of them; that a cluster keeps its name is news to nobody, and never told alone.
final class Immutable implements Rule {

    private static final RuleId ID =
            RuleId.info(
                            "immutable",
                            "what cannot be changed later is reported once: `ClusterName`, `VpcConfig`,"
                                    + " the EKS cluster, `AccountingDatabase`, and a group's"
                                    + " `OverrideVpcConfig`, `CapacityRequirements`,"
                                    + " `SlurmConfig.NodeType` and KMS keys")
                    .documented("APIReference/API_UpdateCluster");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        List<ImmutableMember> choices = ImmutableMember.of(request);
        if (choices.isEmpty()) return Stream.empty();
        return Stream.of(finding(choices.getFirst(), choices));
    }

    private static Finding finding(ImmutableMember first, List<ImmutableMember> choices) {
        var others = new StringJoiner(", ");
        for (int i = 1; i < choices.size(); i++) others.add(choices.get(i).name());
        others.add("ClusterName");
        return ID.at(
                first.pointer(),
                first.pointer()
                        + " cannot be changed once it is made; the same holds for: "
                        + others);
    }
}
