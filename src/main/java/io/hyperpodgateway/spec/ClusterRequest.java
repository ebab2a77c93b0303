package io.hyperpodgateway.spec;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A CreateCluster document as rules and policy look at it: tolerant of what the shape check found
/// wrong.
public record ClusterRequest(JsonObject document) {

    /// The cluster's name, if there is one.
    public Optional<String> clusterName() {
        return document.text("ClusterName");
    }

    /// All groups: instance groups, then restricted ones.
    public List<InstanceGroup> groups() {
        var groups = new ArrayList<InstanceGroup>();
        groups.addAll(groupsOf("InstanceGroups"));
        groups.addAll(groupsOf("RestrictedInstanceGroups"));
        return groups;
    }

    /// The tags that are objects, with their places.
    public List<Tag> tags() {
        var tags = new ArrayList<Tag>();
        List<Json> items = document.items("Tags");
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof JsonObject tag) {
                tags.add(
                        new Tag(
                                JsonPointer.of("Tags").item(i),
                                tag.text("Key"),
                                tag.text("Value")));
            }
        }
        return tags;
    }

    /// Whether the cluster scales by itself: `AutoScaling.Mode` is Enable.
    public boolean autoScales() {
        return document.object("AutoScaling")
                .flatMap(scaling -> scaling.text("Mode"))
                .filter("Enable"::equals)
                .isPresent();
    }

    private List<InstanceGroup> groupsOf(String member) {
        var groups = new ArrayList<InstanceGroup>();
        List<Json> items = document.items(member);
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof JsonObject group) {
                groups.add(new InstanceGroup(JsonPointer.of(member).item(i), group));
            }
        }
        return groups;
    }

    /// One tag and its place.
    public record Tag(JsonPointer pointer, Optional<String> key, Optional<String> value) {}
}
