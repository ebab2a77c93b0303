package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Phrase;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;
import io.hyperpodgateway.request.Section;

import java.util.ArrayList;

/// What comes with EKS clusters alone, and what such a cluster itself requires: whoever changes
/// from Slurm reads at once all that follows, and reads it once.
final class EksCluster {

    private static final String RESTRICTED = "RestrictedInstanceGroups";

    private EksCluster() {}

    /// What `/Orchestrator/Eks` lacks. What else EKS requires is said with the first member that
    /// needs it.
    ///
    /// @param member the member of the request that needs EKS
    static Phrase neededBy(ClusterRequest request, String member) {
        boolean first = member.equals(RESTRICTED) || !request.has(RESTRICTED);
        return Phrase.of(
                "is missing, %s needs an EKS cluster%s"
                        .formatted(member, first ? requirements(request) : ""));
    }

    private static String requirements(ClusterRequest request) {
        var requirements = new ArrayList<String>();
        if (!request.hasVpcConfig()) requirements.add("VpcConfig");
        long lacking =
                request.instanceGroups().stream().filter(group -> !hasOnCreate(group)).count();
        if (lacking > 0)
            requirements.add(
                    "LifeCycleConfig with OnCreate and SourceS3Uri in every group (%d without)"
                            .formatted(lacking));
        return requirements.isEmpty() ? "" : "; that needs " + String.join(", ", requirements);
    }

    private static boolean hasOnCreate(InstanceGroup group) {
        return group.section("LifeCycleConfig").filter(EksCluster::isWhole).isPresent();
    }

    private static boolean isWhole(Section config) {
        return config.has("OnCreate") && config.has("SourceS3Uri");
    }
}
