package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Phrase;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;
import io.hyperpodgateway.request.Section;
import io.hyperpodgateway.request.Volume;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Some choices stay as long as the cluster or group does. They are reported in one finding at the
/// first of them. Everybody knows that a cluster keeps its name, so it is never reported alone.
final class Immutable implements Rule {

    private static final RuleId ID =
            RuleId.info(
                            "immutable",
                            "what cannot be changed later is reported once: `ClusterName`, `VpcConfig`,"
                                    + " the EKS cluster, `AccountingDatabase`, and a group's"
                                    + " `OverrideVpcConfig`, `CapacityRequirements`,"
                                    + " `SlurmConfig.NodeType` and KMS keys")
                    .documented("APIReference/API_UpdateCluster");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        List<Choice> choices = choices(request).toList();
        String others =
                Stream.concat(choices.stream().skip(1).map(Choice::name), Stream.of("ClusterName"))
                        .collect(Collectors.joining(", "));
        return choices.stream()
                .limit(1)
                .map(first ->
                        ID.at(
                                first.pointer(),
                                Phrase.of(
                                        "cannot be changed once it is made; the same holds for: ",
                                        others)));
    }

    /// Each kind of choice, at the first place where the request makes it.
    private static Stream<Choice> choices(ClusterRequest request) {
        Section cluster = request.section();
        List<Section> groups = request.groups().stream().map(InstanceGroup::section).toList();
        return Stream.of(
                        choices("", Stream.of(cluster), "VpcConfig"),
                        choices(
                                "Orchestrator.Eks.",
                                cluster.section("Orchestrator", "Eks").stream(),
                                "ClusterArn"),
                        choices("", groups.stream(), "OverrideVpcConfig"),
                        choices("", groups.stream(), "CapacityRequirements"),
                        choices(
                                "SlurmConfig.",
                                groups.stream()
                                        .flatMap(group -> group.section("SlurmConfig").stream()),
                                "NodeType"),
                        choices(
                                "",
                                request.groups().stream()
                                        .flatMap(group -> group.volumes().stream())
                                        .map(Volume::section),
                                "VolumeKmsKeyId"),
                        choices(
                                "Orchestrator.Slurm.",
                                request.slurm().stream(),
                                "AccountingDatabase"))
                .flatMap(kind -> kind.limit(1));
    }

    private static Stream<Choice> choices(String path, Stream<Section> sections, String member) {
        return sections.filter(section -> section.has(member))
                .map(section -> new Choice(path + member, section.at(member)));
    }

    /// @param name the member, as in `SlurmConfig.NodeType`
    private record Choice(String name, JsonPointer pointer) {}
}
