package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;
import io.hyperpodgateway.text.Excerpt;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/// Of two file systems on one path the later hides the earlier. Paths are compared as they are
/// written: `.` and `..` in them are not followed.
final class MountPathsDistinct implements Rule {

    private static final RuleId ID =
            RuleId.warn(
                            "mount-paths-distinct",
                            "two file systems of one group do not share a mount path, by default `/fsx` for Lustre and `/home` for OpenZFS")
                    .inferred();

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        return request.groups().stream().flatMap(MountPathsDistinct::shared);
    }

    private static Stream<Finding> shared(InstanceGroup group) {
        Set<String> seen = new HashSet<>();
        return FileSystem.of(group)
                .flatMap(system ->
                        system.mountPath().filter(path -> !seen.add(path)).stream()
                                .map(path -> shared(system, path)));
    }

    private static Finding shared(FileSystem system, String path) {
        JsonPointer at = system.pointer().member("MountPath");
        return ID.at(
                at,
                "%s is %s, as that of an earlier file system of the group, another is needed"
                        .formatted(at, Excerpt.quoted(path)));
    }
}
