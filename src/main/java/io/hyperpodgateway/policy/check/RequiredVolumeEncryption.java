package io.hyperpodgateway.policy.check;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;
import io.hyperpodgateway.request.Volume;
import io.hyperpodgateway.rules.ContinuousProvisioning;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Every volume of every group is encrypted with a customer's KMS key: those that are configured,
/// and the root volume, which every instance has. AWS encrypts a root volume that nobody configures
/// with a key of its own, so leaving the configuration out is no way around the rule.
///
/// Restricted groups take no such key, so under this rule there can be none. Which keys are allowed
/// is `allowedReferences`' to say. SageMaker developer guide, page `smcluster-cmk`.
public record RequiredVolumeEncryption() implements Check {

    /// The name of the check in documents.
    public static final String NAME = "requireVolumeEncryption";

    @Override
    public Stream<Finding> check(ClusterRequest request, FindingFactory findings) {
        var found = new ArrayList<Finding>();
        boolean isFirst = true;
        for (InstanceGroup group : request.groups()) {
            List<Volume> volumes = group.volumes();
            volumes.stream()
                    .filter(volume -> !isEncrypted(volume))
                    .map(volume -> findings.at(volume.at("VolumeKmsKeyId"), withoutKey(volume)))
                    .forEach(found::add);
            if (volumes.stream().anyMatch(Volume::isRoot)) continue;
            String needs = isFirst && !group.isRestricted() ? needsOfKeys(request) : "";
            found.add(findings.at(group.at("InstanceStorageConfigs"), withoutRoot(group, needs)));
            isFirst &= group.isRestricted();
        }
        return found.stream();
    }

    /// What SageMaker requires of a cluster with keys, for the first root volume that needs one.
    /// The rules report it themselves where a root volume is configured without key.
    private static String needsOfKeys(ClusterRequest request) {
        boolean isReported =
                request.groups().stream()
                        .flatMap(group -> group.volumes().stream())
                        .anyMatch(volume -> volume.isRoot() && !isEncrypted(volume));
        return isReported ? "" : ContinuousProvisioning.afterAdding("a key", request);
    }

    @Override
    public String description() {
        return "every volume is encrypted with a customer's KMS key, root volumes too (an"
                + " EbsVolumeConfig with RootVolume true); no restricted groups, which take none";
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.of(NAME, Json.of(true));
    }

    /// A key of blanks is none, whatever the service makes of it.
    private static boolean isEncrypted(Volume volume) {
        return volume.key().filter(key -> !key.isBlank()).isPresent();
    }

    private static String withoutKey(Volume volume) {
        return "the %s volume has no KMS key; every volume needs a customer's"
                .formatted(volume.isRoot() ? "root" : "secondary");
    }

    private static String withoutRoot(InstanceGroup group, String needs) {
        return group.isRestricted()
                ? "volumes of a restricted group take no customer's KMS key, and every"
                        + " volume needs one: a restricted group is not allowed"
                : "the root volume needs a customer's key: an EbsVolumeConfig with"
                        + " RootVolume true and VolumeKmsKeyId"
                        + needs;
    }
}
