package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;

import java.util.Optional;
import java.util.stream.Stream;

/// A group may start with fewer instances than it asks for, but only HyperPod's continuous
/// provisioning goes on to fetch the others.
final class MinCount implements Rule {

    private static final RuleId ID =
            RuleId.error(
                            "min-count",
                            "`MinInstanceCount` is at most `InstanceCount`, and is set on a"
                                    + " Continuous cluster only")
                    .documented("dg/sagemaker-hyperpod-scaling-eks");
    private static final String MEMBER = "MinInstanceCount";

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        return Stream.concat(notContinuous(request), overCount(request));
    }

    private static Stream<Finding> notContinuous(ClusterRequest request) {
        if (!request.lacksContinuous()) return Stream.empty();
        return request.instanceGroups().stream()
                .filter(group -> group.has(MEMBER))
                .limit(1)
                .map(group ->
                        ID.at(
                                JsonPointer.of("NodeProvisioningMode"),
                                ContinuousProvisioning.neededBy(request, group.at(MEMBER))));
    }

    private static Stream<Finding> overCount(ClusterRequest request) {
        return request.instanceGroups().stream().flatMap(group -> overCount(group).stream());
    }

    private static Optional<Finding> overCount(InstanceGroup group) {
        JsonPointer at = group.pointer().member(MEMBER);
        return group.document()
                .integer(MEMBER)
                .filter(least -> least > group.instanceCount().orElse(Long.MAX_VALUE))
                .map(least ->
                        ID.at(
                                at,
                                "%s is %d, at most the group's InstanceCount is allowed: %d"
                                        .formatted(
                                                at, least, group.instanceCount().orElseThrow())));
    }
}
