package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// Restricted groups are reported as not supported with continuous provisioning and beside other
/// groups. Clusters that were changed by UpdateCluster have them all the same, hence a warning.
final class RestrictedProvisioning implements Rule {

    private static final RuleId ID =
            RuleId.warn(
                            "restricted-provisioning",
                            "`RestrictedInstanceGroups` comes without continuous provisioning and"
                                    + " without other groups")
                    .observed();

    private static final JsonPointer MODE = JsonPointer.of("NodeProvisioningMode");
    private static final JsonPointer OTHERS = JsonPointer.of("InstanceGroups");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        if (request.restrictedGroups().isEmpty()) return Stream.empty();
        return Stream.concat(
                Stream.of(MODE).filter(_ -> request.isContinuous()).map(this::continuous),
                Stream.of(OTHERS)
                        .filter(_ -> !request.instanceGroups().isEmpty())
                        .map(this::mixed));
    }

    private Finding continuous(JsonPointer at) {
        return ID.at(
                at,
                at
                        + " is Continuous, which is reported as not supported with"
                        + " RestrictedInstanceGroups: leave it out if SageMaker refuses it");
    }

    private Finding mixed(JsonPointer at) {
        return ID.at(
                at,
                at
                        + " is set, which is reported as not supported beside"
                        + " RestrictedInstanceGroups: add such groups later with UpdateCluster if"
                        + " SageMaker refuses it");
    }
}
