package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// A Slurm cluster may do without a login group, but has no more than one.
final class SlurmOneLogin implements Rule {

    private static final RuleId ID =
            RuleId.error(
                            "slurm-one-login",
                            "on a Slurm cluster at most one group is of NodeType Login")
                    .documented("dg/sagemaker-hyperpod-ref");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        return SlurmNode.of(request)
                .filter(node -> node.is("Login"))
                .skip(1)
                .map(node -> node.at("NodeType"))
                .map(at ->
                        ID.at(
                                at,
                                "%s is Login, as that of an earlier group is, at most one is allowed"
                                        .formatted(at)));
    }
}
