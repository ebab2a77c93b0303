package io.hyperpodgateway.spec.rules.storage;

import static io.hyperpodgateway.spec.rules.RuleProbe.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.spec.rules.Rule;

import org.junit.jupiter.api.Test;

class FsxNeedsTest {

    private static final Rule RULE = new FsxNeeds();

    @Test
    void wantsANetwork() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'InstanceStorageConfigs':[{'FsxLustreConfig':{}}]}]}"))
                .containsExactly("/VpcConfig");
        assertThat(
                        places(
                                RULE,
                                "{'Orchestrator':{'Eks':{}},'InstanceGroups':[{'InstanceStorageConfigs':[{'FsxOpenZfsConfig':{}}]}]}"))
                .containsExactly("/VpcConfig");
        assertThat(
                        places(
                                RULE,
                                "{'RestrictedInstanceGroups':[{'InstanceStorageConfigs':[{'FsxLustreConfig':{}}]}]}"))
                .containsExactly("/VpcConfig");
        assertThat(
                        places(
                                RULE,
                                "{'VpcConfig':{},'InstanceGroups':[{'InstanceStorageConfigs':[{'FsxLustreConfig':{}},{'FsxOpenZfsConfig':{}}]}]}"))
                .isEmpty();
    }

    @Test
    void wantsAControllerOnceAnyGroupIsANode() {
        assertThat(
                        places(
                                RULE,
                                "{'VpcConfig':{},'InstanceGroups':[{'InstanceStorageConfigs':[{'FsxLustreConfig':{}}]},{'SlurmConfig':{'NodeType':'Compute'}}]}"))
                .containsExactly("/InstanceGroups");
        assertThat(
                        places(
                                RULE,
                                "{'VpcConfig':{},'InstanceGroups':[{'InstanceStorageConfigs':[{'FsxLustreConfig':{}}]},{'SlurmConfig':{'NodeType':'Controller'}}]}"))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                "{'VpcConfig':{},'InstanceGroups':[{'InstanceStorageConfigs':[{'FsxLustreConfig':{}}]},{}]}"))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                "{'VpcConfig':{},'Orchestrator':{'Eks':{}},'InstanceGroups':[{'InstanceStorageConfigs':[{'FsxLustreConfig':{}}]},{'SlurmConfig':{'NodeType':'Compute'}}]}"))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                "{'VpcConfig':{},'InstanceGroups':[{'InstanceStorageConfigs':[{'FsxLustreConfig':{}}]},{'SlurmConfig':{}}]}"))
                .isEmpty();
    }

    @Test
    void wantsAtMostOneOfEachKind() {
        assertThat(
                        places(
                                RULE,
                                "{'VpcConfig':{},'InstanceGroups':[{'InstanceStorageConfigs':[{'FsxLustreConfig':{}},{'FsxOpenZfsConfig':{}},{'FsxLustreConfig':{}},{'FsxOpenZfsConfig':{}}]}]}"))
                .containsExactly(
                        "/InstanceGroups/0/InstanceStorageConfigs/2/FsxLustreConfig",
                        "/InstanceGroups/0/InstanceStorageConfigs/3/FsxOpenZfsConfig");
    }

    @Test
    void tellsAllAtOnce() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'InstanceStorageConfigs':[{'FsxLustreConfig':{}},{'FsxLustreConfig':{}}]},{'SlurmConfig':{'NodeType':'Login'}}]}"))
                .containsExactly(
                        "/VpcConfig",
                        "/InstanceGroups",
                        "/InstanceGroups/0/InstanceStorageConfigs/1/FsxLustreConfig");
    }

    @Test
    void asksNothingWithoutFileSystem() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'InstanceStorageConfigs':[{'EbsVolumeConfig':{}}]}]}"))
                .isEmpty();
        assertThat(places(RULE, "{}")).isEmpty();
    }

    @Test
    void doesNotSeeTheSameInAnotherGroup() {
        assertThat(
                        places(
                                RULE,
                                "{'VpcConfig':{},'InstanceGroups':[{'InstanceStorageConfigs':[{'FsxLustreConfig':{}}]},{'InstanceStorageConfigs':[{'FsxLustreConfig':{}}]}]}"))
                .isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'InstanceStorageConfigs':[{'FsxLustreConfig':1},7,null]}]}"))
                .isEmpty();
        assertThat(places(RULE, "{'InstanceGroups':[{'InstanceStorageConfigs':{}}]}")).isEmpty();
    }
}
