package io.hyperpodgateway.local.sagemaker;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The effect of UpdateCluster: groups of the same name are changed, new ones added, and other
/// members replaced.
final class ClusterUpdate {

    private static final List<String> GROUPS =
            List.of("InstanceGroups", "RestrictedInstanceGroups");

    private ClusterUpdate() {}

    /// @param request the cluster's document
    /// @param update the input of UpdateCluster
    static JsonObject of(JsonObject request, JsonObject update) {
        JsonObject updated = request;
        for (var member : update.members().entrySet()) {
            String name = member.getKey();
            updated =
                    switch (name) {
                        case "ClusterName" -> updated;
                        case "InstanceGroups", "RestrictedInstanceGroups" ->
                                updated.with(name, merged(request.items(name), update.items(name)));
                        case "InstanceGroupsToDelete" -> without(updated, update.items(name));
                        default -> updated.with(name, member.getValue());
                    };
        }
        return updated;
    }

    private static JsonArray merged(List<Json> groups, List<Json> changes) {
        var byName = new LinkedHashMap<String, Json>();
        groups.forEach(group -> byName.put(name(group), group));
        changes.forEach(change ->
                byName.merge(
                        name(change),
                        change,
                        (before, now) -> ((JsonObject) before).withAll((JsonObject) now)));
        return new JsonArray(List.copyOf(byName.values()));
    }

    private static JsonObject without(JsonObject request, List<Json> names) {
        Set<String> gone =
                names.stream().flatMap(one -> one.text().stream()).collect(Collectors.toSet());
        JsonObject left = request;
        for (String member : GROUPS) {
            if (request.get(member).isEmpty()) continue;
            left =
                    left.with(
                            member,
                            new JsonArray(
                                    request.items(member).stream()
                                            .filter(group -> !gone.contains(name(group)))
                                            .toList()));
        }
        return left;
    }

    /// @throws ServiceException if it has no name
    private static String name(Json group) {
        if (group instanceof JsonObject object) {
            var name = object.text("InstanceGroupName");
            if (name.isPresent()) return name.get();
        }
        throw ServiceException.validation("A group has no InstanceGroupName");
    }
}
