package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// What restricted groups share is nothing where there are none.
final class RestrictedConfigNeedsGroups implements Rule {

    private static final RuleId ID =
            RuleId.warn(
                            "restricted-config-needs-groups",
                            "`RestrictedInstanceGroupsConfig` is set beside"
                                    + " `RestrictedInstanceGroups` only")
                    .inferred();
    private static final String CONFIG = "RestrictedInstanceGroupsConfig";

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        if (request.document().get(CONFIG).isEmpty()) return Stream.empty();
        if (request.document().get("RestrictedInstanceGroups").isPresent()) return Stream.empty();
        JsonPointer at = JsonPointer.of(CONFIG);
        // no fix: what is missing may as well be the groups
        return Stream.of(ID.at(at, at + " means nothing without RestrictedInstanceGroups"));
    }
}
