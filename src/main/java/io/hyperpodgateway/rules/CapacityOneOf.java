package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;

import java.util.Optional;
import java.util.stream.Stream;

/// Instances are bought in one way.
final class CapacityOneOf implements Rule {

    private static final RuleId ID =
            RuleId.warn(
                            "capacity-one-of",
                            "`CapacityRequirements`, where given, holds exactly one of `Spot` and `OnDemand`")
                    .inferred();
    private static final String MEMBER = "CapacityRequirements";

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        return request.instanceGroups().stream().flatMap(CapacityOneOf::check);
    }

    private static Stream<Finding> check(InstanceGroup group) {
        return group.document().object(MEMBER).stream()
                .flatMap(capacity -> held(capacity).stream())
                .map(held -> finding(group.pointer().member(MEMBER), held));
    }

    /// What is wrong with it in words. One of unknown members alone is left to the shape check.
    private static Optional<String> held(JsonObject capacity) {
        if (capacity.members().isEmpty()) return Optional.of("neither");
        boolean both = capacity.get("Spot").isPresent() && capacity.get("OnDemand").isPresent();
        return both ? Optional.of("both") : Optional.empty();
    }

    private static Finding finding(JsonPointer at, String held) {
        return ID.at(at, "%s holds %s of Spot and OnDemand, one is allowed".formatted(at, held));
    }
}
