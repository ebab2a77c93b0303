package io.hyperpodgateway.policy.document.check;

import io.hyperpodgateway.policy.check.cluster.AllowedOrchestrators;
import io.hyperpodgateway.policy.check.cluster.ClusterNamePattern;
import io.hyperpodgateway.policy.check.cluster.Orchestrator;
import io.hyperpodgateway.policy.check.cluster.RequiredNodeRecovery;
import io.hyperpodgateway.policy.check.cluster.RequiredVpc;
import io.hyperpodgateway.policy.check.instances.AllowedInstanceTypes;
import io.hyperpodgateway.policy.check.storage.MaxFileSystemSize;
import io.hyperpodgateway.policy.check.storage.MaxVolumeSize;
import io.hyperpodgateway.policy.check.storage.RequiredVolumeEncryption;
import io.hyperpodgateway.policy.document.NodeReader;
import io.hyperpodgateway.policy.document.YamlNode;

import java.util.List;
import java.util.Optional;

/// Reads the checks that demand one value or one list.
final class SimpleDemandReader {

    private final NodeReader nodes;
    private final InstanceTypeReader types;
    private final WordReader words;

    SimpleDemandReader(NodeReader nodes, InstanceTypeReader types) {
        this.nodes = nodes;
        this.types = types;
        this.words = new WordReader(nodes);
    }

    /// `allowedInstanceTypes: [globs]`; an empty list allows none.
    Optional<AllowedInstanceTypes> instanceTypes(YamlNode demand) {
        return Optional.of(
                new AllowedInstanceTypes(types.allowed(demand, AllowedInstanceTypes.NAME)));
    }

    /// `clusterName: {pattern}`.
    Optional<ClusterNamePattern> clusterName(YamlNode demand) {
        return nodes.filledObject(demand, ClusterNamePattern.NAME, List.of("pattern"))
                .flatMap(members -> members.value("pattern"))
                .flatMap(pattern -> nodes.pattern(pattern, "pattern"))
                .map(ClusterNamePattern::new);
    }

    /// `allowedOrchestrators: [eks, slurm]`.
    Optional<AllowedOrchestrators> orchestrators(YamlNode demand) {
        List<String> ids = words.words(demand, AllowedOrchestrators.NAME, Orchestrator.ids());
        return Optional.of(
                new AllowedOrchestrators(
                        ids.stream().flatMap(id -> Orchestrator.of(id).stream()).toList()));
    }

    /// `requireVpc: true`.
    Optional<RequiredVpc> vpc(YamlNode demand) {
        return words.required(demand, RequiredVpc.NAME, new RequiredVpc());
    }

    /// `requireNodeRecovery: Automatic`.
    Optional<RequiredNodeRecovery> nodeRecovery(YamlNode demand) {
        return words.word(
                demand,
                RequiredNodeRecovery.NAME,
                RequiredNodeRecovery.AUTOMATIC,
                new RequiredNodeRecovery());
    }

    /// `requireVolumeEncryption: true`.
    Optional<RequiredVolumeEncryption> encryption(YamlNode demand) {
        return words.required(
                demand, RequiredVolumeEncryption.NAME, new RequiredVolumeEncryption());
    }

    /// `maxVolumeSizeInGB: 500`.
    Optional<MaxVolumeSize> volumeSize(YamlNode demand) {
        return nodes.count(demand, MaxVolumeSize.NAME).map(MaxVolumeSize::new);
    }

    /// `maxFileSystemSizeInGiB: 4800`.
    Optional<MaxFileSystemSize> fileSystemSize(YamlNode demand) {
        return nodes.count(demand, MaxFileSystemSize.NAME).map(MaxFileSystemSize::new);
    }
}
