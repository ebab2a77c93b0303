package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.SpecDocuments.request;
import static io.hyperpodgateway.rules.SpecDocuments.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;

class ImmutableTest {

    @Test
    void tellsOnceWhatTheRequestHolds() {
        assertThat(
                        check(
                                "{'ClusterName':'a','VpcConfig':{},'Orchestrator':{'Eks':{"
                                        + "'ClusterArn':'x'}}}"))
                .containsExactly("immutable /VpcConfig");
        assertThat(
                        check(
                                "{'InstanceGroups':[{},{'CapacityRequirements':{}},{"
                                        + "'CapacityRequirements':{}},{'OverrideVpcConfig':{}}]}"))
                .containsExactly("immutable /InstanceGroups/3/OverrideVpcConfig");
        assertThat(check("{'InstanceGroups':[{'SlurmConfig':{'NodeType':'Login'}}]}"))
                .containsExactly("immutable /InstanceGroups/0/SlurmConfig/NodeType");
        assertThat(
                        check(
                                "{'RestrictedInstanceGroups':[{'InstanceStorageConfigs':[{},{"
                                        + "'EbsVolumeConfig':{'VolumeKmsKeyId':'k'}}]}]}"))
                .containsExactly(
                        "immutable /RestrictedInstanceGroups/0/InstanceStorageConfigs/1/EbsVolumeConfig/VolumeKmsKeyId");
    }

    @Test
    void doesNotTellOfTheNameAlone() {
        assertThat(check("{'ClusterName':'a','InstanceGroups':[{'InstanceType':'ml.m5.large'}]}"))
                .isEmpty();
        assertThat(check("{}")).isEmpty();
    }

    @Test
    void passesOverWhatTheShapeCheckTells() {
        assertThat(
                        check(
                                "{'Orchestrator':{'Eks':7},'InstanceGroups':[7,{'SlurmConfig':[],"
                                        + "'InstanceStorageConfigs':[7,{'EbsVolumeConfig':7}]}]}"))
                .isEmpty();
        assertThat(check("{'Orchestrator':7,'InstanceGroups':{}}")).isEmpty();
    }

    @Test
    void namesEachKindOnceAndNothingElse() {
        String group =
                "{'CapacityRequirements':{},'OverrideVpcConfig':{},'SlurmConfig':{'NodeType':'x'},"
                        + "'InstanceStorageConfigs':[{'EbsVolumeConfig':{'VolumeKmsKeyId':'k'}}]}";
        String groups = String.join(",", Collections.nCopies(100, group));
        String document =
                "{'VpcConfig':{},'Orchestrator':{'Eks':{'ClusterArn':'x'}},'InstanceGroups':[%s]}"
                        .formatted(groups);

        assertThat(rule("immutable").check(request(document)))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message())
                                .containsOnlyOnce("CapacityRequirements")
                                .containsOnlyOnce("VolumeKmsKeyId")
                                .hasSizeLessThan(300));
        assertThat(rule("immutable").check(request("{'VpcConfig':{}}")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).doesNotContain("Slurm"));
    }

    private static List<String> check(String document) {
        return summaries(rule("immutable").check(request(document)).toList());
    }
}
