package io.hyperpodgateway.request;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.Section.Text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;

/// One instance group of a request, restricted or not.
///
/// @param isRestricted whether it is of `RestrictedInstanceGroups`
/// @param instanceTypes every instance type that the group may come to have, by its place: its own
///   and those of its requirements. None if it names none, and then it may come to have any
public record InstanceGroup(
        boolean isRestricted, Section section, SequencedMap<JsonPointer, String> instanceTypes) {

    private static final String STORAGE = "InstanceStorageConfigs";

    public InstanceGroup {
        Objects.requireNonNull(section);
        instanceTypes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(instanceTypes));
    }

    static InstanceGroup of(boolean isRestricted, Section section) {
        return new InstanceGroup(isRestricted, section, instanceTypes(section));
    }

    private static SequencedMap<JsonPointer, String> instanceTypes(Section section) {
        var types = new LinkedHashMap<JsonPointer, String>();
        section.text("InstanceType").ifPresent(type -> types.put(section.at("InstanceType"), type));
        section.section("InstanceRequirements")
                .map(all -> all.texts("InstanceTypes"))
                .orElse(List.of())
                .forEach((Text type) -> types.put(type.pointer(), type.value()));
        return types;
    }

    /// Its place.
    public JsonPointer pointer() {
        return section.pointer();
    }

    /// Its members.
    public JsonObject document() {
        return section.json();
    }

    /// Whether it has a member of that name, of whatever type.
    public boolean has(String member) {
        return section.has(member);
    }

    /// The member, if it is an object.
    public Optional<Section> section(String member) {
        return section.section(member);
    }

    /// The place of a member, or where it would be.
    public JsonPointer at(String member) {
        return section.at(member);
    }

    /// Its name, if it has one.
    public Optional<String> name() {
        return section.text("InstanceGroupName");
    }

    /// What to call it: its name, or its place if it has none.
    public String title() {
        return name().orElseGet(() -> pointer().toString());
    }

    /// `InstanceCount`, if that can be read as an integer from 0. `MinInstanceCount` is never more
    /// than that.
    public Optional<Long> instanceCount() {
        return writtenInstanceCount().filter(count -> count >= 0);
    }

    /// `InstanceCount`, if it is an integer, below 0 too.
    public Optional<Long> writtenInstanceCount() {
        return section.integer("InstanceCount");
    }

    /// Whether it may come to have such an instance type.
    public boolean mayHaveType(Predicate<String> type) {
        return instanceTypes.isEmpty() || instanceTypes.values().stream().anyMatch(type);
    }

    /// The items of `InstanceStorageConfigs`.
    public List<Section> storageConfigs() {
        return section.sections(STORAGE);
    }

    /// The EBS volumes that it configures.
    public List<Volume> volumes() {
        return storageConfigs().stream()
                .flatMap(config -> config.section("EbsVolumeConfig").stream())
                .map(Volume::new)
                .toList();
    }

    /// The file systems that it mounts.
    public List<MountedFileSystem> mountedFileSystems() {
        return storageConfigs().stream().flatMap(MountedFileSystem::of).toList();
    }

    /// The file system that SageMaker creates for it.
    public Optional<CreatedFileSystem> createdFileSystem() {
        return section("EnvironmentConfig").flatMap(CreatedFileSystem::of);
    }

    /// What the group is to Slurm: Controller, Login or Compute, if that can be read.
    public Optional<String> slurmNodeType() {
        return section("SlurmConfig").flatMap(config -> config.text("NodeType"));
    }

    /// The taints that it sets on its nodes.
    public List<Section> taints() {
        return section("KubernetesConfig")
                .map(config -> config.sections("Taints"))
                .orElse(List.of());
    }
}
