package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.Row.rule;
import static io.hyperpodgateway.rules.RuleId.error;

import java.util.List;

/// The rules on the cluster as a whole and its tags.
public final class ClusterRules {

    private ClusterRules() {}

    /// All of them, in the order in which findings on one place are told.
    ///
    /// @param region where clusters are made, as in `us-east-1`
    public static List<Rule> in(String region) {
        return List.of(
                new OrchestratorExactlyOne(),
                new GroupsPresent(),
                new GroupNamesUnique(),
                new GroupsOver20(),
                eksNeedsVpc(),
                new ArnRegion(region),
                new SlurmOverrideNeedsVpc(),
                new ReservedTag(),
                new Tags(),
                new Immutable());
    }

    // HyperPod puts the nodes of an EKS cluster into the caller's VPC.
    private static Rule eksNeedsVpc() {
        return rule(error("eks-needs-vpc", "an EKS cluster has `VpcConfig`")
                        .documented("dg/sagemaker-hyperpod-prerequisites"))
                .when(request -> request.isEks() && !request.hasVpcConfig())
                .at("/VpcConfig")
                .says("is missing, an EKS cluster needs it: subnets and security groups");
    }
}
