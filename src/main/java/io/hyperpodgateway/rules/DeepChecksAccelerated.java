package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Deep health checks stress GPUs and Trainium chips: without one there is nothing to stress.
final class DeepChecksAccelerated implements Rule {

    private static final RuleId ID =
            RuleId.warn(
                            "deep-checks-accelerated",
                            "`OnStartDeepHealthChecks` is set in groups of GPU and Trainium types only")
                    .documented("dg/sagemaker-hyperpod-eks-prerequisites");
    private static final String MEMBER = "OnStartDeepHealthChecks";

    /// EC2's classes of CPU instances: compute (c), storage (i), general (m), memory (r), burst
    /// (t). What is of none of them, such as a type that is not known yet, may well have
    /// accelerators.
    private static final Pattern PLAIN =
            Pattern.compile("ml\\.[cimrt][0-9][a-z0-9-]{0,20}\\.[a-z0-9]{1,20}");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        return request.groups().stream()
                .filter(group -> group.has(MEMBER))
                .flatMap(DeepChecksAccelerated::check);
    }

    private static Stream<Finding> check(InstanceGroup group) {
        return group.instanceTypes().values().stream()
                .filter(type -> PLAIN.matcher(type).matches())
                .limit(1)
                .map(type -> finding(group.pointer().member(MEMBER), type));
    }

    private static Finding finding(JsonPointer at, String type) {
        return ID.at(at, "%s is for GPU and Trainium types, %s has neither".formatted(at, type));
    }
}
