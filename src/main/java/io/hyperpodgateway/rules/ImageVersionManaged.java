package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;

import java.util.stream.Stream;

/// Versions count HyperPod's own images, not the caller's.
final class ImageVersionManaged implements Rule {

    private static final RuleId ID =
            RuleId.warn(
                            "image-version-managed",
                            "`ImageReleaseVersion` is not set beside a custom `ImageId` (`ami-…`)")
                    .inferred();
    private static final String VERSION = "ImageReleaseVersion";

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        return request.instanceGroups().stream()
                .filter(group -> group.has(VERSION) && isCustom(group))
                .map(group -> finding(group.pointer().member(VERSION)));
    }

    private static boolean isCustom(InstanceGroup group) {
        return group.document().text("ImageId").filter(id -> id.startsWith("ami-")).isPresent();
    }

    private static Finding finding(JsonPointer at) {
        return ID.at(at, at + " is of HyperPod's own images, ImageId names a custom one");
    }
}
