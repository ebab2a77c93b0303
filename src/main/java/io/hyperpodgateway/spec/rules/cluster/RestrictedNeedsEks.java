package io.hyperpodgateway.spec.rules.cluster;

import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.spec.ClusterRequest;
import io.hyperpodgateway.spec.Finding;
import io.hyperpodgateway.spec.rules.Rule;
import io.hyperpodgateway.spec.rules.RuleId;

import java.util.stream.Stream;

/// Restricted groups run on EKS clusters alone.
final class RestrictedNeedsEks implements Rule {

    private static final RuleId ID =
            RuleId.error(
                            "restricted-needs-eks",
                            "`RestrictedInstanceGroups` stands on an EKS cluster only")
                    .documented("dg/nova-hp-cluster");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public boolean concerns(ClusterRequest request) {
        return request.document().get("RestrictedInstanceGroups").isPresent() && request.lacksEks();
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        if (!concerns(request)) return Stream.empty();
        JsonPointer at = JsonPointer.of("Orchestrator", "Eks");
        return Stream.of(
                ID.at(at, at + " is missing, RestrictedInstanceGroups needs an EKS cluster"));
    }
}
