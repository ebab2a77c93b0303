package io.hyperpodgateway.request;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The members with text that name nothing anybody needs a right to: names of one's own, choices
/// from a list, tags, paths inside what is named elsewhere. `*` stands for the items of an array,
/// `{}` for the values of a map.
final class HarmlessMembers {

    private static final String[] IN_BOTH_KINDS_OF_GROUPS = {
        "InstanceGroupName",
        "InstanceType",
        "InstanceStorageConfigs/*/FsxLustreConfig/MountName",
        "InstanceStorageConfigs/*/FsxLustreConfig/MountPath",
        "InstanceStorageConfigs/*/FsxOpenZfsConfig/MountPath",
        "OnStartDeepHealthChecks/*",
        "ScheduledUpdateConfig/ScheduleExpression",
        "ScheduledUpdateConfig/DeploymentConfig/RollingUpdatePolicy/MaximumBatchSize/Type",
        "ScheduledUpdateConfig/DeploymentConfig/RollingUpdatePolicy/RollbackMaximumBatchSize/Type",
        "ScheduledUpdateConfig/DeploymentConfig/AutoRollbackConfiguration/*/AlarmName",
    };

    private static final String[] IN_INSTANCE_GROUPS = {
        "InstanceRequirements/InstanceTypes/*",
        "LifeCycleConfig/OnCreate",
        "LifeCycleConfig/OnInitComplete",
        "ImageReleaseVersion",
        "AutoPatchConfig/PatchingStrategy",
        "AutoPatchConfig/PatchSchedule/NextPatchDate",
        "AutoPatchConfig/DeploymentConfig/RollingUpdatePolicy/MaximumBatchSize/Type",
        "AutoPatchConfig/DeploymentConfig/RollingUpdatePolicy/RollbackMaximumBatchSize/Type",
        "AutoPatchConfig/DeploymentConfig/AutoRollbackConfiguration/*/AlarmName",
        "AutoPatchConfig/DrainPolicy/OnDrainTimeout",
        "KubernetesConfig/Labels/{}",
        "KubernetesConfig/Taints/*/Key",
        "KubernetesConfig/Taints/*/Value",
        "KubernetesConfig/Taints/*/Effect",
        "SlurmConfig/NodeType",
        "SlurmConfig/PartitionNames/*",
        "NetworkInterface/InterfaceType",
    };

    private static final String[] ELSEWHERE = {
        "ClusterName",
        "RestrictedInstanceGroupsConfig/SharedEnvironmentConfig/FSxLustreDeletionPolicy",
        "Tags/*/Key",
        "Tags/*/Value",
        "Orchestrator/Slurm/SlurmConfigStrategy",
        "Orchestrator/Slurm/AccountingDatabase/Name",
        "NodeRecovery",
        "TieredStorageConfig/Mode",
        "NodeProvisioningMode",
        "AutoScaling/Mode",
        "AutoScaling/AutoScalerType",
    };

    /// Every harmless member.
    static final Set<String> PATHS =
            Stream.of(
                            below("InstanceGroups/*/", IN_BOTH_KINDS_OF_GROUPS),
                            below("RestrictedInstanceGroups/*/", IN_BOTH_KINDS_OF_GROUPS),
                            below("InstanceGroups/*/", IN_INSTANCE_GROUPS),
                            below("", ELSEWHERE))
                    .flatMap(paths -> paths)
                    .collect(Collectors.toUnmodifiableSet());

    /// The objects whose member names are the caller's own choice.
    static final Set<String> MAPS = Set.of("InstanceGroups/*/KubernetesConfig/Labels");

    private HarmlessMembers() {}

    private static Stream<String> below(String parent, String[] members) {
        return Arrays.stream(members).map(parent::concat);
    }
}
