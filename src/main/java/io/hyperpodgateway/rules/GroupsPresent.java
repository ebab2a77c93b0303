package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// SageMaker's model requires neither list of groups, but a cluster without instances does nothing.
final class GroupsPresent implements Rule {

    private static final RuleId ID =
            RuleId.warn(
                            "groups-present",
                            "there is at least one group, in `InstanceGroups` or `RestrictedInstanceGroups`")
                    .inferred();

    @Override
    public RuleId id() {
        return ID;
    }

    /// A list that is empty, or none at all, is left to the shape check.
    @Override
    public Stream<Finding> check(ClusterRequest request) {
        if (hasGroups(request)) return Stream.empty();
        JsonPointer at = JsonPointer.of("InstanceGroups");
        return Stream.of(ID.at(at, at + " is missing: a cluster without groups has no instances"));
    }

    private static boolean hasGroups(ClusterRequest request) {
        return request.document().get("InstanceGroups").isPresent()
                || request.document().get("RestrictedInstanceGroups").isPresent();
    }
}
