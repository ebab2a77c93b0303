package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;

import java.util.stream.Stream;

/// A group's instances are of one type, or of any of those listed in its requirements. Restricted
/// groups know no requirements: there the shape check asks for the type.
final class TypeOrRequirements implements Rule {

    private static final RuleId ID =
            RuleId.error(
                            "type-or-requirements",
                            "a group of `InstanceGroups` has exactly one of `InstanceType` and `InstanceRequirements`")
                    .modelled();
    private static final String TYPE = "InstanceType";
    private static final String REQUIREMENTS = "InstanceRequirements";

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        return request.instanceGroups().stream()
                .filter(TypeOrRequirements::hasBothOrNeither)
                .map(group -> group.has(TYPE) ? both(group) : neither(group));
    }

    private static boolean hasBothOrNeither(InstanceGroup group) {
        return group.has(TYPE) == group.has(REQUIREMENTS);
    }

    private static Finding both(InstanceGroup group) {
        JsonPointer at = group.pointer().member(REQUIREMENTS);
        return ID.at(at, at + " stands beside InstanceType, one of the two is allowed");
    }

    private static Finding neither(InstanceGroup group) {
        JsonPointer at = group.pointer().member(TYPE);
        return ID.at(at, at + " is missing, it or InstanceRequirements is required");
    }
}
