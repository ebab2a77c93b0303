package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;

import java.util.List;
import java.util.stream.Stream;

/// Keys of the customer's come with continuous provisioning, and not to restricted groups, whose
/// volumes are AWS's. Whether a key is the customer's or AWS's cannot be seen in its id.
final class KmsNeedsContinuous implements Rule {

    private static final RuleId ID =
            RuleId.error(
                            "kms-needs-continuous",
                            "a customer KMS key needs `NodeProvisioningMode` Continuous and is never"
                                    + " set in a restricted group")
                    .documented("dg/smcluster-cmk");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        return Stream.concat(
                keys(request.restrictedGroups()).map(KmsNeedsContinuous::restricted),
                notContinuous(request));
    }

    private static Finding restricted(JsonPointer key) {
        return ID.at(key, "%s is set, no key is allowed in a restricted group".formatted(key));
    }

    private static Stream<Finding> notContinuous(ClusterRequest request) {
        if (!request.lacksContinuous()) return Stream.empty();
        return keys(request.instanceGroups())
                .limit(1)
                .map(key ->
                        ID.at(
                                JsonPointer.of("NodeProvisioningMode"),
                                ContinuousProvisioning.neededBy(request, key)));
    }

    private static Stream<JsonPointer> keys(List<InstanceGroup> groups) {
        return groups.stream()
                .flatMap(group -> EbsVolume.of(group).stream())
                .filter(EbsVolume::hasKey)
                .map(volume -> volume.at("VolumeKmsKeyId"));
    }
}
