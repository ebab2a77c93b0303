package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// Restricted groups run on EKS clusters alone.
final class RestrictedNeedsEks implements Rule {

    private static final RuleId ID =
            RuleId.error(
                            "restricted-needs-eks",
                            "`RestrictedInstanceGroups` is for EKS clusters only")
                    .documented("dg/nova-hp-cluster");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        if (!request.lacksEks()) return Stream.empty();
        if (request.document().get("RestrictedInstanceGroups").isEmpty()) return Stream.empty();
        return Stream.of(
                ID.at(
                        JsonPointer.of("Orchestrator", "Eks"),
                        EksCluster.neededBy(request, "RestrictedInstanceGroups")));
    }
}
