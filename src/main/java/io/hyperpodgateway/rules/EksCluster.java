package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;

import java.util.ArrayList;

/// What comes with EKS clusters alone, and what such a cluster itself demands: whoever changes from
/// Slurm sees at once all that follows, and sees it once.
public final class EksCluster {

    private static final JsonPointer AT = JsonPointer.of("Orchestrator", "Eks");
    private static final String RESTRICTED = "RestrictedInstanceGroups";

    private EksCluster() {}

    /// The finding that the cluster is none. What else EKS demands is said for the first member
    /// that needs it.
    ///
    /// @param member the member of the request that needs EKS
    public static Finding neededBy(RuleId rule, String member, ClusterRequest request) {
        boolean first = member.equals(RESTRICTED) || request.document().get(RESTRICTED).isEmpty();
        return rule.at(
                AT,
                "%s is missing, %s needs an EKS cluster%s"
                        .formatted(AT, member, first ? demands(request) : ""));
    }

    private static String demands(ClusterRequest request) {
        var demands = new ArrayList<String>();
        if (!request.hasVpcConfig()) demands.add("VpcConfig");
        long lacking =
                request.instanceGroups().stream().filter(group -> !hasOnCreate(group)).count();
        if (lacking > 0)
            demands.add(
                    "LifeCycleConfig with OnCreate and SourceS3Uri in every group (%d without)"
                            .formatted(lacking));
        return demands.isEmpty() ? "" : "; that needs " + String.join(", ", demands);
    }

    private static boolean hasOnCreate(InstanceGroup group) {
        return group.document().object("LifeCycleConfig").filter(EksCluster::isWhole).isPresent();
    }

    private static boolean isWhole(JsonObject config) {
        return config.get("OnCreate").isPresent() && config.get("SourceS3Uri").isPresent();
    }
}
