package io.hyperpodgateway.request;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// One instance group of a request, restricted or not.
///
/// @param kind of which list it is
/// @param pointer its place in the request
/// @param document its members
public record InstanceGroup(Kind kind, JsonPointer pointer, JsonObject document) {

    /// The list in which a group stands.
    public enum Kind {
        /// `InstanceGroups`.
        ORDINARY,
        /// `RestrictedInstanceGroups`.
        RESTRICTED
    }

    /// Whether it stands in `RestrictedInstanceGroups`.
    public boolean isRestricted() {
        return kind == Kind.RESTRICTED;
    }

    /// Whether the group has a member of that name, of whatever type.
    public boolean has(String member) {
        return document.get(member).isPresent();
    }

    /// The group's name, if there is one.
    public Optional<String> name() {
        return document.text("InstanceGroupName");
    }

    /// How many instances are asked for, if that is told as an integer.
    public Optional<Long> instanceCount() {
        return document.integer("InstanceCount");
    }

    /// What the group is to Slurm: Controller, Login or Compute, if it says so.
    public Optional<String> slurmNodeType() {
        return document.object("SlurmConfig").flatMap(config -> config.text("NodeType"));
    }

    /// Every instance type that the group may come to have, by its place: its own and those of its
    /// requirements.
    public SequencedMap<JsonPointer, String> instanceTypes() {
        var types = new LinkedHashMap<JsonPointer, String>();
        document.text("InstanceType")
                .ifPresent(type -> types.put(pointer.member("InstanceType"), type));
        document.object("InstanceRequirements")
                .ifPresent(requirements -> addListed(requirements, types));
        return types;
    }

    private void addListed(JsonObject requirements, Map<JsonPointer, String> types) {
        List<Json> listed = ClusterRequest.itemsOf(requirements, "InstanceTypes");
        JsonPointer place = pointer.member("InstanceRequirements").member("InstanceTypes");
        for (int i = 0; i < listed.size(); i++) {
            JsonPointer item = place.item(i);
            listed.get(i).text().ifPresent(type -> types.put(item, type));
        }
    }
}
