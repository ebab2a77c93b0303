package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/// A group is addressed by its name, so of two that share one neither could be changed or removed.
final class GroupNamesUnique implements Rule {

    private static final RuleId ID =
            RuleId.error(
                            "group-names-unique",
                            "`InstanceGroupName` is unique over all groups, restricted ones included")
                    .inferred();

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        Set<String> seen = new HashSet<>();
        return request.groups().stream()
                .filter(group -> group.name().filter(name -> !seen.add(name)).isPresent())
                .map(group -> repeated(group.pointer().member("InstanceGroupName")));
    }

    private static Finding repeated(JsonPointer at) {
        return ID.at(at, at + " is the name of an earlier group, each name is allowed once");
    }
}
