package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Phrase;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;
import io.hyperpodgateway.request.Section;

import java.util.ArrayList;
import java.util.function.Function;
import java.util.stream.Stream;

/// What comes with continuous provisioning alone, and what that mode itself requires: whoever has
/// to set it reads at once all that follows, and reads it once.
public final class ContinuousProvisioning {

    private ContinuousProvisioning() {}

    /// What `/NodeProvisioningMode` lacks. What else the mode requires is said with the first
    /// member that needs it.
    ///
    /// @param member the member that needs the mode
    static Phrase neededBy(ClusterRequest request, JsonPointer member) {
        boolean first = members(request).findFirst().filter(member::equals).isPresent();
        return Phrase.of(
                "is not Continuous, ", member, " needs that", first ? requirements(request) : "");
    }

    /// What follows from adding something that needs the mode, as the end of a sentence; empty if
    /// the cluster is Continuous already, or another finding says so.
    ///
    /// @param what what is added, as in `a key`
    public static String afterAdding(String what, ClusterRequest request) {
        if (!request.lacksContinuous() || members(request).findAny().isPresent()) return "";
        return "; %s needs NodeProvisioningMode Continuous%s"
                .formatted(what, requirements(request));
    }

    /// What the mode requires of a Slurm cluster that it does not have yet.
    private static String requirements(ClusterRequest request) {
        if (!request.lacksEks()) return "";
        var requirements = new ArrayList<String>();
        long lacking =
                request.instanceGroups().stream()
                        .filter(group -> !group.has("SlurmConfig"))
                        .count();
        if (lacking > 0)
            requirements.add(
                    "SlurmConfig in every group (%d without), one Controller, PartitionNames for Compute"
                            .formatted(lacking));
        if (request.slurm().filter(slurm -> slurm.has("SlurmConfigStrategy")).isPresent())
            requirements.add("no SlurmConfigStrategy");
        return requirements.isEmpty()
                ? ""
                : "; on Slurm that needs " + String.join(", ", requirements);
    }

    /// The members that need the mode, in the order of the rules that report them.
    private static Stream<JsonPointer> members(ClusterRequest request) {
        return Stream.of(
                        ofGroups(request, group -> set(group.section(), "MinInstanceCount")),
                        ofGroups(request, group -> set(group.section(), "InstanceRequirements")),
                        ofGroups(request, ContinuousProvisioning::spot),
                        set(request.section(), "AutoScaling").filter(_ -> request.autoScales()),
                        request.slurm().stream().flatMap(slurm -> set(slurm, "AccountingDatabase")),
                        ofGroups(request, ContinuousProvisioning::keys))
                .flatMap(places -> places);
    }

    private static Stream<JsonPointer> ofGroups(
            ClusterRequest request, Function<InstanceGroup, Stream<JsonPointer>> members) {
        return request.instanceGroups().stream().flatMap(members);
    }

    private static Stream<JsonPointer> spot(InstanceGroup group) {
        return group.section("CapacityRequirements").stream()
                .flatMap(capacity -> set(capacity, "Spot"));
    }

    private static Stream<JsonPointer> keys(InstanceGroup group) {
        return group.volumes().stream().flatMap(volume -> set(volume.section(), "VolumeKmsKeyId"));
    }

    /// The place of the member, if it is set. AWS takes an empty text for none.
    private static Stream<JsonPointer> set(Section section, String member) {
        return section.json().get(member).filter(value -> !Json.of("").equals(value)).stream()
                .map(_ -> section.at(member));
    }
}
