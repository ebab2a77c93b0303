package io.hyperpodgateway.request;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/// A CreateCluster document as rules and policy look at it: tolerant of what the shape check
/// reports.
public final class ClusterRequest {

    /// The place of the member that turns automatic scaling on.
    public static final JsonPointer AUTO_SCALING_MODE = JsonPointer.of("AutoScaling", "Mode");

    private static final String ORCHESTRATOR = "Orchestrator";
    private static final String MODE = "NodeProvisioningMode";
    private static final Set<String> WITHOUT_CONTROLLER = Set.of("Login", "Compute");

    private final Section section;
    private final List<InstanceGroup> instanceGroups;
    private final List<InstanceGroup> restrictedGroups;
    private final List<InstanceGroup> groups;
    private final List<Tag> tags;

    // Policy alone asks for them, so they are looked up when it does.
    private Optional<References> references = Optional.empty();

    public ClusterRequest(JsonObject document) {
        this.section = new Section(JsonPointer.ROOT, document);
        this.instanceGroups = groups("InstanceGroups", false);
        this.restrictedGroups = groups("RestrictedInstanceGroups", true);
        this.groups = Stream.concat(instanceGroups.stream(), restrictedGroups.stream()).toList();
        this.tags = section.sections("Tags").stream().map(Tag::of).toList();
    }

    private List<InstanceGroup> groups(String member, boolean isRestricted) {
        return section.sections(member).stream()
                .map(group -> InstanceGroup.of(isRestricted, group))
                .toList();
    }

    /// All of it.
    public JsonObject document() {
        return section.json();
    }

    /// All of it, with its place.
    public Section section() {
        return section;
    }

    /// Whether it has a member of that name, of whatever type.
    public boolean has(String member) {
        return section.has(member);
    }

    /// The cluster's name, if there is one.
    public Optional<String> clusterName() {
        return section.text("ClusterName");
    }

    /// Whether `Orchestrator` holds Eks.
    public boolean isEks() {
        return section.section(ORCHESTRATOR).filter(one -> one.has("Eks")).isPresent();
    }

    /// Whether `Orchestrator` holds Slurm or is absent. One that holds neither is of no kind, one
    /// that holds both is of both.
    public boolean isSlurm() {
        return !has(ORCHESTRATOR)
                || section.section(ORCHESTRATOR).filter(one -> one.has("Slurm")).isPresent();
    }

    /// Whether it is certain that no EKS cluster runs it: `Orchestrator` is absent or holds Slurm
    /// alone.
    public boolean lacksEks() {
        return isSlurm() && !isEks();
    }

    /// Whether it is certain that an EKS cluster runs it.
    public boolean isEksOnly() {
        return isEks() && !isSlurm();
    }

    /// The member `Orchestrator.Slurm`, if it is an object.
    public Optional<Section> slurm() {
        return section.section(ORCHESTRATOR, "Slurm");
    }

    /// Whether `NodeProvisioningMode` is Continuous.
    public boolean isContinuous() {
        return section.is(MODE, "Continuous");
    }

    /// Whether `NodeProvisioningMode` is absent or another text than Continuous. One that is no
    /// string could be anything.
    public boolean lacksContinuous() {
        return !has(MODE)
                || section.text(MODE).filter(mode -> !mode.equals("Continuous")).isPresent();
    }

    /// Whether the cluster has a `VpcConfig` of its own.
    public boolean hasVpcConfig() {
        return has("VpcConfig");
    }

    /// Whether the cluster scales by itself: `AutoScaling.Mode` is Enable.
    public boolean autoScales() {
        return section.section("AutoScaling")
                .filter(scaling -> scaling.is("Mode", "Enable"))
                .isPresent();
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

    /// Whether some group, restricted or not, has a member of that name, of whatever type.
    public boolean anyGroupHas(String member) {
        return groups.stream().anyMatch(group -> group.has(member));
    }

    /// Whether groups have `SlurmConfig`, and none is the controller. One whose node type cannot be
    /// read may be the controller.
    public boolean lacksSlurmController() {
        List<InstanceGroup> nodes =
                instanceGroups.stream().filter(group -> group.has("SlurmConfig")).toList();
        return !nodes.isEmpty()
                && nodes.stream()
                        .allMatch(node ->
                                node.slurmNodeType()
                                        .filter(WITHOUT_CONTROLLER::contains)
                                        .isPresent());
    }

    /// The file systems that SageMaker creates with the cluster.
    public List<CreatedFileSystem> createdFileSystems() {
        return Stream.concat(
                        groups.stream().flatMap(group -> group.createdFileSystem().stream()),
                        sharedFileSystem().stream())
                .toList();
    }

    /// The file system that SageMaker creates for all restricted groups together.
    public Optional<CreatedFileSystem> sharedFileSystem() {
        return section.section("RestrictedInstanceGroupsConfig", "SharedEnvironmentConfig")
                .flatMap(CreatedFileSystem::of);
    }

    /// The tags that are objects, with their places.
    public List<Tag> tags() {
        return tags;
    }

    /// Everything it names that its caller may have no right to, in its order.
    public List<Reference> references() {
        return namedReferences().all();
    }

    /// What it names of that kind, each value once with all its places.
    public SequencedMap<String, List<JsonPointer>> references(ReferenceKind kind) {
        return Collections.unmodifiableSequencedMap(
                namedReferences().byKind().getOrDefault(kind, new LinkedHashMap<>()));
    }

    private References namedReferences() {
        References found = references.orElseGet(() -> References.in(document()));
        references = Optional.of(found);
        return found;
    }

    private record References(
            List<Reference> all,
            Map<ReferenceKind, SequencedMap<String, List<JsonPointer>>> byKind) {

        static References in(JsonObject document) {
            List<Reference> all = List.copyOf(Reference.in(document));
            return new References(all, byKind(all));
        }

        private static Map<ReferenceKind, SequencedMap<String, List<JsonPointer>>> byKind(
                List<Reference> references) {
            var kinds =
                    new EnumMap<ReferenceKind, SequencedMap<String, List<JsonPointer>>>(
                            ReferenceKind.class);
            for (Reference reference : references) {
                reference
                        .kind()
                        .map(kind -> kinds.computeIfAbsent(kind, _ -> new LinkedHashMap<>()))
                        .map(values ->
                                values.computeIfAbsent(reference.value(), _ -> new ArrayList<>()))
                        .ifPresent(places -> places.add(reference.pointer()));
            }
            return kinds;
        }
    }
}
