package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.SpecDocuments.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.Finding;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/// What a rule that wants a certain value makes of a member that is left out: a member has a
/// default, and the rule is about that default, or AWS documents none and the rule is silent.
class LeftOutMembersTest {

    private final List<Rule> rules = CrossFieldRules.in("us-east-1");

    /// The value that is refused is refused; the member left out is not that value.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "autoscaling-needs |"
                        + " {'AutoScaling':{'Mode':'Enable'},'Orchestrator':{'Eks':{}},'NodeProvisioningMode':'Continuous','ClusterRole':'r'%s}"
                        + " | ,'NodeRecovery':'None'",
                "autoscaling-needs |"
                        + " {'Orchestrator':{'Slurm':{}},'AutoScaling':{'AutoScalerType':'Karpenter'%s}}"
                        + " | ,'Mode':'Enable'",
                "tiered-storage-off |"
                        + " {'TieredStorageConfig':{'InstanceMemoryAllocationPercentage':20%s}} |"
                        + " ,'Mode':'Disable'",
                "tiered-eks | {'TieredStorageConfig':{'InstanceMemoryAllocationPercentage':20%s}} |"
                        + " ,'Mode':'Enable'",
                "continuous-slurm-config | {'InstanceGroups':[{}]%s} |"
                        + " ,'NodeProvisioningMode':'Continuous'",
                "continuous-no-strategy |"
                        + " {'NodeProvisioningMode':'Continuous','Orchestrator':{'Slurm':{%s}}} |"
                        + " 'SlurmConfigStrategy':'Merge'",
                "slurm-controller-single |"
                        + " {'InstanceGroups':[{'SlurmConfig':{'NodeType':'Controller'}%s}]} |"
                        + " ,'InstanceCount':2",
                "slurm-partitions | {'InstanceGroups':[{'SlurmConfig':{'PartitionNames':['p']%s}}]}"
                        + " | ,'NodeType':'Login'",
                "deep-checks-workers |"
                        + " {'InstanceGroups':[{'OnStartDeepHealthChecks':['InstanceStress']%s}]} |"
                        + " ,'SlurmConfig':{'NodeType':'Login'}",
                "threads-per-core | {'InstanceGroups':[{'InstanceType':'ml.m7g.large'%s}]} |"
                        + " ,'ThreadsPerCore':2",
                "min-count |"
                        + " {'NodeProvisioningMode':'Continuous','InstanceGroups':[{'MinInstanceCount':2%s}]}"
                        + " | ,'InstanceCount':1",
                "patch-drain-policy | {'InstanceGroups':[{'AutoPatchConfig':{'DrainPolicy':{}%s}}]}"
                        + " | ,'PatchingStrategy':'WhenIdle'",
                "patch-idle-window |"
                        + " {'InstanceGroups':[{'AutoPatchConfig':{'IdleWaitWindowInSeconds':9%s}}]} |"
                        + " ,'PatchingStrategy':'DrainFirst'",
                "patch-deployment-config |"
                        + " {'InstanceGroups':[{'AutoPatchConfig':{'DeploymentConfig':{}%s}}]} |"
                        + " ,'PatchingStrategy':'WhenIdle'",
                "patch-drain-first-batch |"
                        + " {'InstanceGroups':[{'AutoPatchConfig':{'IdleWaitWindowInSeconds':9%s}}]} |"
                        + " ,'PatchingStrategy':'DrainFirst'",
                "image-version-managed | {'InstanceGroups':[{'ImageReleaseVersion':'1.0.0'%s}]} |"
                        + " ,'ImageId':'ami-0'",
                "restricted-provisioning | {'RestrictedInstanceGroups':[{}]%s} |"
                        + " ,'NodeProvisioningMode':'Continuous'",
                "fsx-throughput |"
                        + " {'RestrictedInstanceGroups':[{'EnvironmentConfig':{'FSxLustreConfig':{'PerUnitStorageThroughput':125%s}}}]}"
                        + " | ,'SizeInGiB':3600",
            })
    void areNotTheValueThatIsRefused(String rule, String document, String member) {
        assertThat(found(rule, document.formatted(member))).isNotEmpty();
        assertThat(found(rule, document.formatted(""))).isEmpty();
    }

    /// The member left out means a value by definition, and that one is refused.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "restricted-needs-eks | {'RestrictedInstanceGroups':[{}]%s} |"
                        + " ,'Orchestrator':{'Eks':{}}",
                "patch-eks | {'InstanceGroups':[{'AutoPatchConfig':{}}]%s} |"
                        + " ,'Orchestrator':{'Eks':{}}",
                "flexible-eks | {'InstanceGroups':[{'InstanceRequirements':{}}]%s} |"
                        + " ,'Orchestrator':{'Eks':{}}",
                "spot-needs-continuous |"
                        + " {'InstanceGroups':[{'CapacityRequirements':{'Spot':{}}}]%s} |"
                        + " ,'NodeProvisioningMode':'Continuous'",
                "accounting-needs-continuous |"
                        + " {'Orchestrator':{'Slurm':{'AccountingDatabase':{}}}%s} |"
                        + " ,'NodeProvisioningMode':'Continuous'",
                "ebs-root |"
                        + " {'InstanceGroups':[{'InstanceStorageConfigs':[{'EbsVolumeConfig':{'VolumeKmsKeyId':'k'%s}}]}]}"
                        + " | ,'RootVolume':true",
                "mount-paths-distinct |"
                        + " {'InstanceGroups':[{'InstanceStorageConfigs':[{'FsxLustreConfig':{'MountPath':'/home'}},{'FsxOpenZfsConfig':{%s}}]}]}"
                        + " | 'MountPath':'/data'",
                "slurm-strategy-explicit | {'Orchestrator':{'Slurm':{%s}}} |"
                        + " 'SlurmConfigStrategy':'Merge'",
            })
    void areTheDefaultWhereThereIsOne(String rule, String document, String member) {
        assertThat(found(rule, document.formatted(""))).isNotEmpty();
        assertThat(found(rule, document.formatted(member))).isEmpty();
    }

    private List<Finding> found(String id, String document) {
        Rule rule =
                rules.stream()
                        .filter(known -> known.id().id().equals(id))
                        .findFirst()
                        .orElseThrow();
        return rule.check(request(document)).toList();
    }
}
