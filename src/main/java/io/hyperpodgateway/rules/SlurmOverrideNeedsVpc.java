package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// A group's own network overrides that of the cluster, so there must be one to override.
final class SlurmOverrideNeedsVpc implements Rule {

    private static final RuleId ID =
            RuleId.error(
                            "slurm-override-needs-vpc",
                            "a group of a Slurm cluster has `OverrideVpcConfig` only where the cluster has `VpcConfig`")
                    .documented("dg/sagemaker-hyperpod-prerequisites");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        if (!request.lacksEks() || request.hasVpcConfig()) return Stream.empty();
        return request.groups().stream()
                .filter(group -> group.has("OverrideVpcConfig"))
                .limit(1)
                .map(group -> missing(group.pointer().member("OverrideVpcConfig")));
    }

    private static Finding missing(JsonPointer override) {
        JsonPointer at = JsonPointer.of("VpcConfig");
        return ID.at(at, "%s is missing, %s needs one to override".formatted(at, override));
    }
}
