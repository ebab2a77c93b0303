package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;

import java.util.stream.Stream;

/// The API sets up one controller node; several take the older way by a file and a shared
/// directory.
final class SlurmControllerSingle implements Rule {

    private static final RuleId ID =
            RuleId.warn("slurm-controller-single", "the Controller group has `InstanceCount` 1")
                    .documented("dg/sagemaker-hyperpod-scaling-slurm");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        return SlurmNode.of(request)
                .filter(node -> node.is("Controller"))
                .map(SlurmNode::group)
                .flatMap(SlurmControllerSingle::notOne);
    }

    private static Stream<Finding> notOne(InstanceGroup controller) {
        JsonPointer at = controller.pointer().member("InstanceCount");
        return controller.instanceCount().filter(count -> count != 1).stream()
                .map(count ->
                        ID.at(
                                at,
                                "%s is %d, a Controller group runs with 1 instance"
                                        .formatted(at, count)));
    }
}
