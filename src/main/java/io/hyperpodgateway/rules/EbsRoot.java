package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.PatchOperation;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;

import java.util.stream.Stream;

/// AWS settles the size of a root volume; naming one is only for encrypting it with a key of one's
/// own.
final class EbsRoot implements Rule {

    private static final RuleId ID =
            RuleId.error(
                            "ebs-root",
                            "a root volume has `VolumeKmsKeyId` and no `VolumeSizeInGB`, any other"
                                    + " has `VolumeSizeInGB`")
                    .modelled();

    private static final String SIZE = "VolumeSizeInGB";
    private static final String KEY = "VolumeKmsKeyId";

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        return request.groups().stream()
                .flatMap(group ->
                        EbsVolume.of(group).stream()
                                .filter(EbsRoot::isSuspect)
                                .flatMap(volume -> mistaken(request, group, volume)));
    }

    private static Stream<Finding> mistaken(
            ClusterRequest request, InstanceGroup group, EbsVolume volume) {
        if (!volume.isRoot()) return Stream.of(sizeless(volume.at(SIZE)));
        if (!isKeyless(volume)) return size(volume);
        return Stream.concat(size(volume), Stream.of(keyless(request, group, volume)));
    }

    private static boolean isSuspect(EbsVolume volume) {
        return volume.isRoot() || isIncomplete(volume);
    }

    private static boolean isIncomplete(EbsVolume volume) {
        return volume.isSecondary() && volume.document().get(SIZE).isEmpty();
    }

    private static Stream<Finding> size(EbsVolume root) {
        JsonPointer at = root.at(SIZE);
        return root.document().integer(SIZE).stream()
                .map(size ->
                        ID.at(
                                at,
                                "%s is %d, the size of a root volume must be left out"
                                        .formatted(at, size)))
                // without a key it may as well be a secondary volume
                .map(finding ->
                        hasKey(root) ? finding.withFix(new PatchOperation.Remove(at)) : finding);
    }

    private static boolean hasKey(EbsVolume volume) {
        return volume.document().text(KEY).filter(key -> !key.isEmpty()).isPresent();
    }

    private static boolean isKeyless(EbsVolume root) {
        return root.document().get(KEY).map(Json.of("")::equals).orElse(true);
    }

    private static Finding keyless(ClusterRequest request, InstanceGroup group, EbsVolume root) {
        JsonPointer at = root.at(KEY);
        String words =
                group.isRestricted()
                        ? "names no key, a root volume needs one, and in a restricted group none is"
                                + " allowed: leave the volume out"
                        : "names no key, a root volume needs one" + afterwards(request, root);
        return ID.at(at, at + " " + words);
    }

    /// What a key demands in turn, said for the first volume.
    private static String afterwards(ClusterRequest request, EbsVolume root) {
        boolean first =
                request.instanceGroups().stream()
                        .flatMap(group -> EbsVolume.of(group).stream())
                        .filter(volume -> volume.isRoot() && isKeyless(volume))
                        .findFirst()
                        .filter(root::equals)
                        .isPresent();
        return first ? ContinuousProvisioning.afterAdding("a key", request) : "";
    }

    private static Finding sizeless(JsonPointer at) {
        return ID.at(at, "%s is missing, a secondary volume needs it".formatted(at));
    }
}
