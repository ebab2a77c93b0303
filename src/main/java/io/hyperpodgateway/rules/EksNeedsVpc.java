package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// HyperPod puts the nodes of an EKS cluster into the caller's VPC, so there must be one.
final class EksNeedsVpc implements Rule {

    private static final RuleId ID =
            RuleId.error("eks-needs-vpc", "an EKS cluster has `VpcConfig`")
                    .documented("dg/sagemaker-hyperpod-prerequisites");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        if (!request.isEks() || request.hasVpcConfig()) return Stream.empty();
        JsonPointer at = JsonPointer.of("VpcConfig");
        return Stream.of(
                ID.at(
                        at,
                        at + " is missing, an EKS cluster needs it: subnets and security groups"));
    }
}
