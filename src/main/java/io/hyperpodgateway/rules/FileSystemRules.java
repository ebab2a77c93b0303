package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.Row.rule;
import static io.hyperpodgateway.rules.RuleId.error;
import static io.hyperpodgateway.rules.RuleId.warn;

import io.hyperpodgateway.finding.Phrase;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.CreatedFileSystem;
import io.hyperpodgateway.request.InstanceGroup;
import io.hyperpodgateway.request.MountedFileSystem;
import io.hyperpodgateway.text.Excerpt;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The rules on file systems of FSx.
final class FileSystemRules {

    private static final String THROUGHPUT = "PerUnitStorageThroughput";
    private static final String SIZE = "SizeInGiB";
    private static final Set<Long> THROUGHPUTS = Set.of(125L, 250L, 500L, 1000L);

    private FileSystemRules() {}

    /// All of them, in the order in which findings on one place are reported.
    static List<Rule> all() {
        return List.of(fsxNeeds(), fsxController(), mountPathsDistinct(), fsxThroughput());
    }

    // File systems are in the customer's network, and on Slurm the controller mounts them.
    private static Rule fsxNeeds() {
        return rule(error(
                                "fsx-needs",
                                "`FsxLustreConfig` and `FsxOpenZfsConfig` need `VpcConfig`, on a Slurm cluster with any `SlurmConfig` a Controller group, and are each at most once in a group")
                        .documented("dg/sagemaker-hyperpod-ref"))
                .when(FileSystemRules::mountsAny)
                .when(request -> !request.hasVpcConfig())
                .at("/VpcConfig")
                .says("is missing, the FSx file systems of the groups need it")
                .also(row ->
                        row.when(FileSystemRules::mountsAny)
                                .when(ClusterRequest::isSlurm)
                                .when(ClusterRequest::lacksSlurmController)
                                .at("/InstanceGroups")
                                .says(
                                        "has no group whose SlurmConfig.NodeType is Controller, the FSx file"
                                                + " systems of the groups need one"))
                .also(row ->
                        row.each(ClusterRequest::groups)
                                .eachRepeated(
                                        InstanceGroup::mountedFileSystems,
                                        system -> Optional.of(system.member()))
                                .at(MountedFileSystem::pointer)
                                .says(system ->
                                        Phrase.of(
                                                "is the group's second ",
                                                system.member(),
                                                ", one is allowed")));
    }

    private static boolean mountsAny(ClusterRequest request) {
        return request.groups().stream().anyMatch(group -> !group.mountedFileSystems().isEmpty());
    }

    // HyperPod mounts file systems on Slurm clusters that it sets up itself, those with a
    // Controller group. Where no group has `SlurmConfig`, the lifecycle scripts may do both; where
    // some group has it, `fsx-needs` asks for the Controller.
    private static Rule fsxController() {
        return rule(warn(
                                "fsx-controller",
                                "on a Slurm cluster `FsxLustreConfig` and `FsxOpenZfsConfig` come with"
                                        + " a Controller group, which AWS names as their prerequisite")
                        .documented("dg/sagemaker-hyperpod-ref"))
                .when(ClusterRequest::lacksEks)
                .when(request -> !request.anyGroupHas("SlurmConfig"))
                .each(ClusterRequest::groups)
                .each(InstanceGroup::mountedFileSystems)
                .at(MountedFileSystem::pointer)
                .says(
                        "is on a Slurm cluster without SlurmConfig, AWS documents a Controller group"
                                + " as its prerequisite: set SlurmConfig (one Controller, PartitionNames for"
                                + " Compute), or mount it in your scripts");
    }

    // Of two file systems on one path the later hides the earlier. Paths are compared as they are
    // written: `.` and `..` in them are not followed.
    private static Rule mountPathsDistinct() {
        return rule(warn(
                                "mount-paths-distinct",
                                "two file systems of one group do not share a mount path, by default `/fsx` for Lustre and `/home` for OpenZFS")
                        .inferred())
                .each(ClusterRequest::groups)
                .eachRepeated(InstanceGroup::mountedFileSystems, MountedFileSystem::mountPath)
                .at(system -> system.section().at("MountPath"))
                .says(system ->
                        Phrase.of(
                                "is ",
                                Excerpt.quoted(system.mountPath().orElseThrow()),
                                ", as that of an earlier file system of the group, another is"
                                        + " needed"));
    }

    // HyperPod creates the file systems of restricted groups, in the sizes that FSx for Lustre has.
    private static Rule fsxThroughput() {
        return rule(warn(
                                "fsx-throughput",
                                "the FSx file systems of restricted groups have a throughput of 125, 250, 500 or 1000 and a size of 1200 or a multiple of 2400")
                        .observed())
                .eachOf(FileSystemRules::ofRestrictedGroups)
                .when(system ->
                        system.integer(THROUGHPUT)
                                .filter(throughput -> !THROUGHPUTS.contains(throughput))
                                .isPresent())
                .at(system -> system.at(THROUGHPUT))
                .says(system ->
                        Phrase.of(
                                "is ",
                                system.integer(THROUGHPUT).orElseThrow(),
                                ", 125, 250, 500 and 1000 are allowed"))
                .also(row ->
                        row.eachOf(FileSystemRules::ofRestrictedGroups)
                                .when(system ->
                                        system.integer(SIZE)
                                                .filter(size -> size != 1200 && size % 2400 != 0)
                                                .isPresent())
                                .at(system -> system.at(SIZE))
                                .says(system ->
                                        Phrase.of(
                                                "is ",
                                                system.integer(SIZE).orElseThrow(),
                                                ", 1200 and multiples of 2400 are allowed")));
    }

    private static Stream<CreatedFileSystem> ofRestrictedGroups(ClusterRequest request) {
        return Stream.concat(
                request.restrictedGroups().stream()
                        .flatMap(group -> group.createdFileSystem().stream()),
                request.sharedFileSystem().stream());
    }
}
