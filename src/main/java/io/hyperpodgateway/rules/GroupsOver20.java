package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// SageMaker's model takes 100 groups to a list, its pages speak of 20 groups.
final class GroupsOver20 implements Rule {

    private static final RuleId ID =
            RuleId.warn(
                            "groups-over-20",
                            "there are at most 20 groups: the model takes 100, the documentation says 20")
                    .documented("dg/sagemaker-hyperpod-eks-operate-cli-command-create-cluster");
    private static final int MOST = 20;

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        int count = count(request);
        if (count <= MOST) return Stream.empty();
        boolean ordinary = !request.document().items("InstanceGroups").isEmpty();
        JsonPointer at = JsonPointer.of(ordinary ? "InstanceGroups" : "RestrictedInstanceGroups");
        return Stream.of(
                ID.at(
                        at,
                        "%s brings the cluster to %d groups, AWS documents at most %d"
                                .formatted(at, count, MOST)));
    }

    private static int count(ClusterRequest request) {
        return request.document().items("InstanceGroups").size()
                + request.document().items("RestrictedInstanceGroups").size();
    }
}
