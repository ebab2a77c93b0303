package io.hyperpodgateway.rules;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;

import java.util.List;
import java.util.stream.Stream;

/// The instance types that one group's requirements list: what makes a group a flexible one.
///
/// @param requirements the place of the group's `InstanceRequirements`
/// @param items what its `InstanceTypes` holds, of whatever type
record ListedTypes(JsonPointer requirements, List<Json> items) {

    static final String REQUIREMENTS = "InstanceRequirements";
    private static final String TYPES = "InstanceTypes";

    /// Those of every flexible group, in the request's order.
    static Stream<ListedTypes> of(ClusterRequest request) {
        return request.instanceGroups().stream().flatMap(ListedTypes::of);
    }

    private static Stream<ListedTypes> of(InstanceGroup group) {
        return group.document().object(REQUIREMENTS).stream()
                .map(requirements -> of(group, requirements));
    }

    private static ListedTypes of(InstanceGroup group, JsonObject requirements) {
        return new ListedTypes(
                group.pointer().member(REQUIREMENTS), ClusterRequest.itemsOf(requirements, TYPES));
    }

    /// The place of the item of that index.
    JsonPointer item(int index) {
        return requirements.member(TYPES).item(index);
    }
}
