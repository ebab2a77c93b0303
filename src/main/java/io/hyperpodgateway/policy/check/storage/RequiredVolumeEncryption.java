package io.hyperpodgateway.policy.check.storage;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.policy.check.Asked;
import io.hyperpodgateway.policy.check.AskedGroup;
import io.hyperpodgateway.policy.check.AskedVolume;
import io.hyperpodgateway.policy.check.Check;
import io.hyperpodgateway.policy.check.Violation;
import io.hyperpodgateway.rules.ContinuousProvisioning;

import java.util.ArrayList;
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
    public Stream<Violation> check(Asked asked) {
        var found = new ArrayList<Violation>();
        String demands = demandsOfKeys(asked);
        for (AskedGroup group : asked.groups()) {
            boolean hasRoot = false;
            for (AskedVolume volume : group.volumes()) {
                hasRoot |= volume.isRoot();
                if (!volume.hasKey()) found.add(withoutKey(volume));
            }
            if (hasRoot) continue;
            found.add(withoutRoot(group, demands));
            if (!group.group().isRestricted()) demands = "";
        }
        return found.stream();
    }

    /// What SageMaker demands of a cluster with keys, for the first root volume that is to have
    /// one. The specification says so itself where a volume that is configured lacks it.
    private static String demandsOfKeys(Asked asked) {
        boolean said =
                asked.groups().stream()
                        .flatMap(group -> group.volumes().stream())
                        .anyMatch(volume -> volume.isRoot() && !volume.hasKey());
        return said ? "" : ContinuousProvisioning.afterAdding("a key", asked.request());
    }

    @Override
    public String words() {
        return "every volume is encrypted with a customer's KMS key, root volumes too (an"
                + " EbsVolumeConfig with RootVolume true); no restricted groups, which take none";
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.of(NAME, Json.of(true));
    }

    private static Violation withoutKey(AskedVolume volume) {
        return new Violation(
                volume.at("VolumeKmsKeyId"),
                "the %s volume has no KMS key; every volume needs a customer's"
                        .formatted(volume.isRoot() ? "root" : "secondary"));
    }

    private static Violation withoutRoot(AskedGroup group, String demands) {
        String message =
                group.group().isRestricted()
                        ? "volumes of a restricted group take no customer's KMS key, and every"
                                + " volume needs one: a restricted group is not allowed"
                        : "the root volume needs a customer's key: an EbsVolumeConfig with"
                                + " RootVolume true and VolumeKmsKeyId"
                                + demands;
        return new Violation(group.at("InstanceStorageConfigs"), message);
    }
}
