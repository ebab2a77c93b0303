package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/// File systems lie in the customer's network, and on Slurm the controller is told of them.
final class FsxNeeds implements Rule {

    private static final RuleId ID =
            RuleId.error(
                            "fsx-needs",
                            "`FsxLustreConfig` and `FsxOpenZfsConfig` need `VpcConfig`, on a Slurm cluster with any `SlurmConfig` a Controller group, and are each at most once in a group")
                    .documented("dg/sagemaker-hyperpod-ref");

    private static final JsonPointer VPC = JsonPointer.of("VpcConfig");
    private static final JsonPointer GROUPS = JsonPointer.of("InstanceGroups");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        return Stream.concat(
                neededByAny(request), request.groups().stream().flatMap(FsxNeeds::repeated));
    }

    private static Stream<Finding> neededByAny(ClusterRequest request) {
        if (request.groups().stream().flatMap(FileSystem::of).findAny().isEmpty())
            return Stream.empty();
        Stream<Finding> network = request.hasVpcConfig() ? Stream.empty() : Stream.of(network());
        boolean uncontrolled = request.isSlurm() && request.lacksSlurmController();
        return Stream.concat(network, uncontrolled ? Stream.of(controller()) : Stream.empty());
    }

    private static Finding network() {
        return ID.at(
                VPC, "%s is missing, the FSx file systems of the groups need it".formatted(VPC));
    }

    private static Finding controller() {
        return ID.at(
                GROUPS,
                "%s has no group whose SlurmConfig.NodeType is Controller, the FSx file systems of the groups need one"
                        .formatted(GROUPS));
    }

    private static Stream<Finding> repeated(InstanceGroup group) {
        Set<String> seen = new HashSet<>();
        return FileSystem.of(group)
                .filter(system -> !seen.add(system.member()))
                .map(system ->
                        ID.at(
                                system.pointer(),
                                "%s is the group's second %s, one is allowed"
                                        .formatted(system.pointer(), system.member())));
    }
}
