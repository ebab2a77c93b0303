package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.Row.rule;
import static io.hyperpodgateway.rules.RuleId.error;
import static io.hyperpodgateway.rules.RuleId.warn;

import io.hyperpodgateway.request.ClusterRequest;

import java.util.List;

/// The rules on restricted instance groups.
final class RestrictedRules {

    private static final String GROUPS = "RestrictedInstanceGroups";
    private static final String CONFIG = "RestrictedInstanceGroupsConfig";

    private RestrictedRules() {}

    /// All of them, in the order in which findings on one place are reported.
    static List<Rule> all() {
        return List.of(needsEks(), configNeedsGroups(), provisioning());
    }

    private static Rule needsEks() {
        return rule(error(
                                "restricted-needs-eks",
                                "`RestrictedInstanceGroups` is for EKS clusters only")
                        .documented("dg/nova-hp-cluster"))
                .when(ClusterRequest::lacksEks)
                .when(request -> request.has(GROUPS))
                .at("/Orchestrator/Eks")
                .says(request -> EksCluster.neededBy(request, GROUPS));
    }

    // There is no fix: what is missing may as well be the groups.
    private static Rule configNeedsGroups() {
        return rule(warn(
                                "restricted-config-needs-groups",
                                "`RestrictedInstanceGroupsConfig` is set beside"
                                        + " `RestrictedInstanceGroups` only")
                        .inferred())
                .when(request -> request.has(CONFIG) && !request.has(GROUPS))
                .at("/RestrictedInstanceGroupsConfig")
                .says("means nothing without RestrictedInstanceGroups");
    }

    // Clusters that were changed by UpdateCluster have both all the same, hence a warning.
    private static Rule provisioning() {
        return rule(warn(
                                "restricted-provisioning",
                                "`RestrictedInstanceGroups` comes without continuous provisioning"
                                        + " and without other groups")
                        .observed())
                .when(request -> !request.restrictedGroups().isEmpty())
                .when(ClusterRequest::isContinuous)
                .at("/NodeProvisioningMode")
                .says(
                        "is Continuous, which is reported as not supported with"
                                + " RestrictedInstanceGroups: leave it out if SageMaker refuses it")
                .also(row ->
                        row.when(request -> !request.restrictedGroups().isEmpty())
                                .when(request -> !request.instanceGroups().isEmpty())
                                .at("/InstanceGroups")
                                .says(
                                        "is set, which is reported as not supported beside"
                                                + " RestrictedInstanceGroups: add such groups later with"
                                                + " UpdateCluster if SageMaker refuses it"));
    }
}
