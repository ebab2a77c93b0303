package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// Slurm has one controller, so once any group says what it is to Slurm, exactly one is Controller.
/// Without any `SlurmConfig` the lifecycle scripts settle it, and nothing is known here.
final class SlurmOneController implements Rule {

    private static final RuleId ID =
            RuleId.error(
                            "slurm-one-controller",
                            "on a Slurm cluster with any `SlurmConfig` exactly one group is of NodeType Controller")
                    .documented("dg/sagemaker-hyperpod-ref");

    private static final JsonPointer GROUPS = JsonPointer.of("InstanceGroups");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        if (request.isSlurm() && request.lacksSlurmController()) return Stream.of(missing());
        return SlurmNode.of(request)
                .filter(node -> node.is("Controller"))
                .skip(1)
                .map(node -> another(node.at("NodeType")));
    }

    private static Finding missing() {
        return ID.at(
                GROUPS,
                "%s has no group whose SlurmConfig.NodeType is Controller, exactly one is required"
                        .formatted(GROUPS));
    }

    private static Finding another(JsonPointer at) {
        return ID.at(
                at,
                "%s is Controller, as that of an earlier group is, exactly one is allowed"
                        .formatted(at));
    }
}
