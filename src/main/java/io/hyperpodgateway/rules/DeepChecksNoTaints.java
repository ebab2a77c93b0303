package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// The pods of deep health checks tolerate no taint of the caller's, so they would never run.
final class DeepChecksNoTaints implements Rule {

    private static final RuleId ID =
            RuleId.error(
                            "deep-checks-no-taints",
                            "a group has not both `OnStartDeepHealthChecks` and `KubernetesConfig.Taints`")
                    .documented("dg/sagemaker-hyperpod-eks-prerequisites");
    private static final String CHECKS = "OnStartDeepHealthChecks";

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        return request.groups().stream()
                .filter(group -> !group.document().items(CHECKS).isEmpty())
                .filter(group -> Taint.of(group).findAny().isPresent())
                .map(group -> finding(group.pointer().member(CHECKS)));
    }

    private static Finding finding(JsonPointer at) {
        return ID.at(at, at + " stands beside KubernetesConfig.Taints, one of the two is allowed");
    }
}
