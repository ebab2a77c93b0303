package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.Row.rule;
import static io.hyperpodgateway.rules.RuleId.error;

import io.hyperpodgateway.finding.Phrase;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;
import io.hyperpodgateway.request.Volume;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The rules on EBS volumes.
final class VolumeRules {

    private static final String SIZE = "VolumeSizeInGB";
    private static final String KEY = "VolumeKmsKeyId";

    private VolumeRules() {}

    /// All of them, in the order in which findings on one place are reported.
    static List<Rule> all() {
        return List.of(ebsRoot(), ebsTwo(), kmsNeedsContinuous());
    }

    // AWS decides the size of a root volume; one is configured only to encrypt it with a key of the
    // customer's. A root volume that has a size and no key may as well be a secondary one, so there
    // is no fix then.
    private static Rule ebsRoot() {
        return rule(error(
                                "ebs-root",
                                "a root volume has `VolumeKmsKeyId` and no `VolumeSizeInGB`, any other"
                                        + " has `VolumeSizeInGB`")
                        .modelled())
                .each(ClusterRequest::groups)
                .each(InstanceGroup::volumes)
                .when(volume -> volume.isSecondary() && !volume.section().has(SIZE))
                .at(volume -> volume.at(SIZE))
                .says("is missing, a secondary volume needs it")
                .also(row ->
                        row.each(ClusterRequest::groups)
                                .each(InstanceGroup::volumes)
                                .when(volume -> volume.isRoot() && volume.size().isPresent())
                                .at(volume -> volume.at(SIZE))
                                .fixByRemoval(volume -> volume.key().isPresent())
                                .says(volume ->
                                        Phrase.of(
                                                "is ",
                                                volume.size().orElseThrow(),
                                                ", the size of a root volume must be left out")))
                .also(row ->
                        row.each(ClusterRequest::restrictedGroups)
                                .eachOf(VolumeRules::rootsWithoutKey)
                                .at(volume -> volume.at(KEY))
                                .says(
                                        "names no key, a root volume needs one, and in a restricted group"
                                                + " none is allowed: leave the volume out"))
                .also(row ->
                        row.each(ClusterRequest::instanceGroups)
                                .eachOf(VolumeRules::rootsWithoutKey)
                                .at(volume -> volume.at(KEY))
                                .says((request, volume) ->
                                        Phrase.of(
                                                "names no key, a root volume needs one",
                                                afterAddingKey(request, volume))));
    }

    private static Stream<Volume> rootsWithoutKey(InstanceGroup group) {
        return group.volumes().stream().filter(volume -> volume.isRoot() && volume.lacksKey());
    }

    /// What a key requires in turn, said with the first volume.
    private static String afterAddingKey(ClusterRequest request, Volume root) {
        return request.instanceGroups().stream()
                        .flatMap(VolumeRules::rootsWithoutKey)
                        .findFirst()
                        .filter(root::equals)
                        .isPresent()
                ? ContinuousProvisioning.afterAdding("a key", request)
                : "";
    }

    // An instance has one root volume and one more that is mounted at `/opt/sagemaker`.
    private static Rule ebsTwo() {
        return rule(error("ebs-two", "a group has at most one root and one secondary EBS volume")
                        .documented("APIReference/API_ClusterEbsVolumeConfig"))
                .each(ClusterRequest::groups)
                .eachRepeated(InstanceGroup::volumes, VolumeRules::kind)
                .at(Volume::pointer)
                .says(volume ->
                        Phrase.of(
                                "is one more ",
                                kind(volume).orElseThrow(),
                                " volume of the group, at most one is allowed"));
    }

    private static Optional<String> kind(Volume volume) {
        if (volume.isRoot()) return Optional.of("root");
        return volume.isSecondary() ? Optional.of("secondary") : Optional.empty();
    }

    // A key of the customer's needs continuous provisioning. Volumes of restricted groups are AWS's
    // and take none. Whether a key is the customer's or AWS's cannot be seen in its id.
    private static Rule kmsNeedsContinuous() {
        return rule(error(
                                "kms-needs-continuous",
                                "a customer KMS key needs `NodeProvisioningMode` Continuous and is never"
                                        + " set in a restricted group")
                        .documented("dg/smcluster-cmk"))
                .each(ClusterRequest::restrictedGroups)
                .each(InstanceGroup::volumes)
                .when(volume -> volume.key().isPresent())
                .at(volume -> volume.at(KEY))
                .says("is set, no key is allowed in a restricted group")
                .also(row ->
                        row.when(ClusterRequest::lacksContinuous)
                                .each(ClusterRequest::instanceGroups)
                                .each(InstanceGroup::volumes)
                                .when(volume -> volume.key().isPresent())
                                .first()
                                .at("/NodeProvisioningMode")
                                .says((request, volume) ->
                                        ContinuousProvisioning.neededBy(request, volume.at(KEY))));
    }
}
