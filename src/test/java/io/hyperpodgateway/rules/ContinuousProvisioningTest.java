package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.CONTINUOUS;
import static io.hyperpodgateway.rules.RuleProbe.EKS;
import static io.hyperpodgateway.rules.RuleProbe.groups;
import static io.hyperpodgateway.rules.RuleProbe.storage;
import static io.hyperpodgateway.rules.SpecDocuments.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class ContinuousProvisioningTest {

    private static final String MANAGED =
            "'Orchestrator':{'Slurm':{'SlurmConfigStrategy':'Managed'}}";
    private static final String SPOT = "{'CapacityRequirements':{'Spot':{}}}";
    private static final String COMPUTE = "{'SlurmConfig':{'NodeType':'Compute'}}";

    private final List<Rule> rules = CrossFieldRules.in("us-east-1");

    @Test
    void saysAllThatFollowsOnSlurm() {
        assertThat(messages(MANAGED, groups(SPOT, "{}", COMPUTE)))
                .containsExactly(
                        "/NodeProvisioningMode is not Continuous,"
                                + " /InstanceGroups/0/CapacityRequirements/Spot needs that; on Slurm"
                                + " that needs SlurmConfig in every group (2 without), one Controller,"
                                + " PartitionNames for Compute, no SlurmConfigStrategy");
    }

    @Test
    void saysOnlyWhatIsNotThereYet() {
        String spotNode =
                "{'CapacityRequirements':{'Spot':{}},'SlurmConfig':{'NodeType':'Compute'}}";

        assertThat(messages(groups(spotNode)))
                .containsExactly(
                        "/NodeProvisioningMode is not Continuous,"
                                + " /InstanceGroups/0/CapacityRequirements/Spot needs that");
        assertThat(messages(MANAGED, groups(spotNode)))
                .singleElement()
                .asString()
                .endsWith("needs that; on Slurm that needs no SlurmConfigStrategy");
        assertThat(messages(EKS, groups(SPOT))).singleElement().asString().endsWith("needs that");
    }

    /// Whatever needs the mode says what follows, the first of several alone.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'InstanceGroups':[{'MinInstanceCount':1}]",
                "'InstanceGroups':[{},{'InstanceRequirements':{}}]",
                "'InstanceGroups':[{'CapacityRequirements':{'Spot':{}}}]",
                "'InstanceGroups':[{}],'AutoScaling':{'Mode':'Enable'}",
                "'InstanceGroups':[{}],'Orchestrator':{'Slurm':{'AccountingDatabase':{}}}",
                "'InstanceGroups':[{'InstanceStorageConfigs':[{},{'EbsVolumeConfig':{'VolumeKmsKeyId':'k'}}]}]",
                "'InstanceGroups':[{'MinInstanceCount':1,'CapacityRequirements':{'Spot':{}},'InstanceRequirements':{},"
                        + "'InstanceStorageConfigs':[{'EbsVolumeConfig':{'VolumeKmsKeyId':'k'}}]}],"
                        + "'AutoScaling':{'Mode':'Enable'},'Orchestrator':{'Slurm':{'AccountingDatabase':{}}}"
            })
    void isSaidOnce(String members) {
        List<String> messages = messages(members);

        assertThat(messages).isNotEmpty();
        assertThat(messages.getFirst()).contains("SlurmConfig in every group");
        assertThat(messages.stream().skip(1)).noneMatch(words -> words.contains("SlurmConfig"));
    }

    @Test
    void followsFromTheKeyThatARootVolumeNeeds() {
        String root = storage("{'EbsVolumeConfig':{'RootVolume':true}}");

        assertThat(ofKeys(MANAGED, groups(root, root)))
                .containsExactly(
                        "names no key, a root volume needs one; a key needs NodeProvisioningMode"
                                + " Continuous; on Slurm that needs SlurmConfig in every group (2"
                                + " without), one Controller, PartitionNames for Compute, no"
                                + " SlurmConfigStrategy",
                        "names no key, a root volume needs one");
        assertThat(ofKeys(EKS, groups(root)))
                .containsExactly(
                        "names no key, a root volume needs one; a key needs NodeProvisioningMode"
                                + " Continuous");
    }

    @Test
    void isNotRepeatedWithTheKeyOfARootVolume() {
        String root = "{'EbsVolumeConfig':{'RootVolume':true}}";
        String keyed = "{'EbsVolumeConfig':{'VolumeSizeInGB':1,'VolumeKmsKeyId':'k'}}";

        assertThat(ofKeys(CONTINUOUS, groups(storage(root))))
                .containsExactly("names no key, a root volume needs one");
        assertThat(ofKeys(groups(storage(keyed, root))))
                .containsExactly("names no key, a root volume needs one");
        assertThat(messages(groups(storage(keyed, root))))
                .singleElement()
                .asString()
                .contains("SlurmConfig in every group");
    }

    @Test
    void isNoUseInRestrictedGroupsWhichTakeNoKey() {
        String root = storage("{'EbsVolumeConfig':{'RootVolume':true}}");

        assertThat(ofKeys(EKS, RuleProbe.restrictedGroups(root)))
                .singleElement()
                .asString()
                .contains("leave the volume out")
                .doesNotContain("Continuous");
    }

    @Test
    void fitsASentenceInTheFarthestPlace() {
        String[] all = new String[100];
        java.util.Arrays.fill(all, "{'InstanceStorageConfigs':[]}");
        String[] volumes = new String[20];
        java.util.Arrays.fill(volumes, "{'FsxLustreConfig':{}}");
        volumes[19] = "{'EbsVolumeConfig':{'RootVolume':true}}";
        all[99] = storage(volumes);

        assertThat(ofKeys(MANAGED, groups(all)))
                .singleElement()
                .asString()
                .endsWith("no SlurmConfigStrategy");
    }

    private List<String> messages(String... members) {
        return findings(members).stream()
                .filter(finding -> finding.pointer().equals(JsonPointer.of("NodeProvisioningMode")))
                .map(Finding::message)
                .toList();
    }

    private List<String> ofKeys(String... members) {
        return findings(members).stream()
                .filter(finding -> finding.rule().equals("ebs-root"))
                .map(finding ->
                        finding.message().substring(finding.pointer().toString().length() + 1))
                .toList();
    }

    private List<Finding> findings(String... members) {
        var request = request("{%s}".formatted(String.join(",", members)));
        return rules.stream().flatMap(rule -> rule.check(request)).toList();
    }
}
