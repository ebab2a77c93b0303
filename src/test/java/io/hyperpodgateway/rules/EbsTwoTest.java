package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.fixes;
import static io.hyperpodgateway.rules.RuleProbe.groups;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.restrictedGroups;
import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.RuleProbe.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EbsTwoTest {

    private static final Rule RULE = rule("ebs-two");

    @Test
    void refusesEveryFurtherOneOfAKind() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        storage(
                                                "{'EbsVolumeConfig':{'RootVolume':true}}",
                                                "{'EbsVolumeConfig':{}}",
                                                "{'EbsVolumeConfig':{'RootVolume':true}}",
                                                "{'EbsVolumeConfig':{'RootVolume':false}}"))))
                .containsExactly(
                        "/InstanceGroups/0/InstanceStorageConfigs/2/EbsVolumeConfig",
                        "/InstanceGroups/0/InstanceStorageConfigs/3/EbsVolumeConfig");
        assertThat(
                        places(
                                RULE,
                                restrictedGroups(
                                        storage(
                                                "{'EbsVolumeConfig':{}}",
                                                "{'EbsVolumeConfig':{}}"))))
                .containsExactly(
                        "/RestrictedInstanceGroups/0/InstanceStorageConfigs/1/EbsVolumeConfig");
    }

    @Test
    void takesOneOfEach() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        storage(
                                                "{'EbsVolumeConfig':{'RootVolume':true}}",
                                                "{'EbsVolumeConfig':{'RootVolume':false}}"))))
                .isEmpty();
        assertThat(places(RULE, groups(storage("{'EbsVolumeConfig':{}}")))).isEmpty();
    }

    @Test
    void doesNotCountOverGroups() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        storage("{'EbsVolumeConfig':{}}"),
                                        storage("{'EbsVolumeConfig':{}}"))))
                .isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        storage(
                                                "{'EbsVolumeConfig':{}}",
                                                "{'EbsVolumeConfig':{'RootVolume':'false'}}",
                                                "{'EbsVolumeConfig':{'RootVolume':null}}",
                                                "{'EbsVolumeConfig':1}"))))
                .isEmpty();
    }

    @Test
    void removesNothingFromAList() {
        assertThat(fixes(RULE, groups(storage("{'EbsVolumeConfig':{}}", "{'EbsVolumeConfig':{}}"))))
                .isEmpty();
    }
}
