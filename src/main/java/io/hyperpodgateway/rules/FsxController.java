package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// HyperPod mounts file systems on Slurm clusters that it sets up itself, those with a Controller
/// group. Where no group says what it is to Slurm, the lifecycle scripts may do both.
final class FsxController implements Rule {

    private static final RuleId ID =
            RuleId.warn(
                            "fsx-controller",
                            "on a Slurm cluster `FsxLustreConfig` and `FsxOpenZfsConfig` come with"
                                    + " a Controller group, which AWS names as their prerequisite")
                    .documented("dg/sagemaker-hyperpod-ref");

    @Override
    public RuleId id() {
        return ID;
    }

    /// Where some group has `SlurmConfig`, `fsx-needs` asks for the Controller.
    @Override
    public Stream<Finding> check(ClusterRequest request) {
        if (!request.lacksEks() || hasSlurmConfig(request)) return Stream.empty();
        return request.groups().stream()
                .flatMap(FileSystem::of)
                .map(system -> uncontrolled(system.pointer()));
    }

    private static boolean hasSlurmConfig(ClusterRequest request) {
        return request.groups().stream().anyMatch(group -> group.has("SlurmConfig"));
    }

    private static Finding uncontrolled(JsonPointer at) {
        return ID.at(
                at,
                at
                        + " is on a Slurm cluster without SlurmConfig, AWS documents a Controller"
                        + " group as its prerequisite: set SlurmConfig (one Controller,"
                        + " PartitionNames for Compute), or mount it in your scripts");
    }
}
