package io.hyperpodgateway.request;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.InstanceGroup.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A CreateCluster document as rules and policy look at it: tolerant of what the shape check found
/// wrong.
public final class ClusterRequest {

    private static final Set<String> OTHER_NODES = Set.of("Login", "Compute");

    // More than AWS takes of groups or tags, or of types and volumes in one group: the shape check
    // refuses a document that holds more, so nobody needs to look at the rest.
    private static final int ENOUGH = 200;

    private final JsonObject document;
    private final List<InstanceGroup> instanceGroups;
    private final List<InstanceGroup> restrictedGroups;
    private final List<InstanceGroup> groups;
    private final List<Tag> tags;

    public ClusterRequest(JsonObject document) {
        this.document = document;
        this.instanceGroups = groupsOf("InstanceGroups", Kind.ORDINARY);
        this.restrictedGroups = groupsOf("RestrictedInstanceGroups", Kind.RESTRICTED);
        this.groups = together(instanceGroups, restrictedGroups);
        this.tags = tagsOf(document);
    }

    /// All of it.
    public JsonObject document() {
        return document;
    }

    /// The cluster's name, if there is one.
    public Optional<String> clusterName() {
        return document.text("ClusterName");
    }

    /// Whether `Orchestrator` holds Eks.
    public boolean isEks() {
        return orchestrator().flatMap(orchestrator -> orchestrator.get("Eks")).isPresent();
    }

    /// Whether `Orchestrator` holds Slurm or is absent. One that holds neither is of no kind, one
    /// that holds both is of both.
    public boolean isSlurm() {
        if (document.get("Orchestrator").isEmpty()) return true;
        return orchestrator().flatMap(orchestrator -> orchestrator.get("Slurm")).isPresent();
    }

    /// Whether it is certain that no EKS cluster runs it: `Orchestrator` is absent or holds Slurm
    /// alone.
    public boolean lacksEks() {
        return isSlurm() && !isEks();
    }

    /// The member `Orchestrator`, if it is an object.
    public Optional<JsonObject> orchestrator() {
        return document.object("Orchestrator");
    }

    /// Whether `NodeProvisioningMode` is Continuous.
    public boolean isContinuous() {
        return document.text("NodeProvisioningMode").filter("Continuous"::equals).isPresent();
    }

    /// Whether `NodeProvisioningMode` is absent or says something other than Continuous. One that
    /// is no string says nothing.
    public boolean lacksContinuous() {
        Optional<Json> mode = document.get("NodeProvisioningMode");
        if (mode.isEmpty()) return true;
        return mode.flatMap(Json::text).filter(text -> !text.equals("Continuous")).isPresent();
    }

    /// Whether the cluster has a `VpcConfig` of its own.
    public boolean hasVpcConfig() {
        return document.get("VpcConfig").isPresent();
    }

    /// All groups that are objects: instance groups, then restricted ones.
    public List<InstanceGroup> groups() {
        return groups;
    }

    /// The items of `InstanceGroups` that are objects.
    public List<InstanceGroup> instanceGroups() {
        return instanceGroups;
    }

    /// The items of `RestrictedInstanceGroups` that are objects.
    public List<InstanceGroup> restrictedGroups() {
        return restrictedGroups;
    }

    /// Whether groups say what they are to Slurm, and none is its controller. One that says it in a
    /// way that cannot be read may be the controller.
    public boolean lacksSlurmController() {
        List<InstanceGroup> nodes =
                instanceGroups.stream().filter(group -> group.has("SlurmConfig")).toList();
        return !nodes.isEmpty()
                && nodes.stream()
                        .allMatch(node ->
                                node.slurmNodeType().filter(OTHER_NODES::contains).isPresent());
    }

    /// The tags that are objects, with their places.
    public List<Tag> tags() {
        return tags;
    }

    /// Whether the cluster scales by itself: `AutoScaling.Mode` is Enable.
    public boolean autoScales() {
        return document.object("AutoScaling")
                .flatMap(scaling -> scaling.text("Mode"))
                .filter("Enable"::equals)
                .isPresent();
    }

    /// The items of one of the lists of which AWS takes fewer than 200, as many as are worth a
    /// look.
    public static List<Json> itemsOf(JsonObject parent, String member) {
        List<Json> items = parent.items(member);
        return items.size() > ENOUGH ? items.subList(0, ENOUGH) : items;
    }

    private static List<InstanceGroup> together(
            List<InstanceGroup> ordinary, List<InstanceGroup> restricted) {
        if (restricted.isEmpty()) return ordinary;
        var all = new ArrayList<>(ordinary);
        all.addAll(restricted);
        return List.copyOf(all);
    }

    private static List<Tag> tagsOf(JsonObject document) {
        var tags = new ArrayList<Tag>();
        JsonPointer place = JsonPointer.of("Tags");
        List<Json> items = itemsOf(document, "Tags");
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof JsonObject tag) {
                tags.add(new Tag(place.item(i), tag.text("Key"), tag.text("Value")));
            }
        }
        return List.copyOf(tags);
    }

    private List<InstanceGroup> groupsOf(String member, Kind kind) {
        var groups = new ArrayList<InstanceGroup>();
        JsonPointer place = JsonPointer.of(member);
        List<Json> items = itemsOf(document, member);
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof JsonObject group) {
                groups.add(new InstanceGroup(kind, place.item(i), group));
            }
        }
        return List.copyOf(groups);
    }

    /// One tag and its place.
    public record Tag(JsonPointer pointer, Optional<String> key, Optional<String> value) {}
}
