package io.hyperpodgateway.spec.rules.storage;

import static io.hyperpodgateway.spec.rules.RuleProbe.fixes;
import static io.hyperpodgateway.spec.rules.RuleProbe.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.spec.rules.Rule;

import org.junit.jupiter.api.Test;

class EbsTwoTest {

    private static final Rule RULE = new EbsTwo();

    @Test
    void refusesEveryFurtherOneOfAKind() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'InstanceStorageConfigs':[{'EbsVolumeConfig':{'RootVolume':true}},{'EbsVolumeConfig':{}},{'EbsVolumeConfig':{'RootVolume':true}},{'EbsVolumeConfig':{'RootVolume':false}}]}]}"))
                .containsExactly(
                        "/InstanceGroups/0/InstanceStorageConfigs/2/EbsVolumeConfig",
                        "/InstanceGroups/0/InstanceStorageConfigs/3/EbsVolumeConfig");
        assertThat(
                        places(
                                RULE,
                                "{'RestrictedInstanceGroups':[{'InstanceStorageConfigs':[{'EbsVolumeConfig':{}},{'EbsVolumeConfig':{}}]}]}"))
                .containsExactly(
                        "/RestrictedInstanceGroups/0/InstanceStorageConfigs/1/EbsVolumeConfig");
    }

    @Test
    void takesOneOfEach() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'InstanceStorageConfigs':[{'EbsVolumeConfig':{'RootVolume':true}},{'EbsVolumeConfig':{'RootVolume':false}}]}]}"))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'InstanceStorageConfigs':[{'EbsVolumeConfig':{}}]}]}"))
                .isEmpty();
    }

    @Test
    void doesNotCountOverGroups() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'InstanceStorageConfigs':[{'EbsVolumeConfig':{}}]},{'InstanceStorageConfigs':[{'EbsVolumeConfig':{}}]}]}"))
                .isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'InstanceStorageConfigs':[{'EbsVolumeConfig':{}},{'EbsVolumeConfig':{'RootVolume':'false'}},{'EbsVolumeConfig':{'RootVolume':null}},{'EbsVolumeConfig':1}]}]}"))
                .isEmpty();
    }

    @Test
    void removesNothingFromAList() {
        assertThat(
                        fixes(
                                RULE,
                                "{'InstanceGroups':[{'InstanceStorageConfigs':[{'EbsVolumeConfig':{}},{'EbsVolumeConfig':{}}]}]}"))
                .isEmpty();
    }
}
