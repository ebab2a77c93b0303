package io.hyperpodgateway.spec.rules.storage;

import static io.hyperpodgateway.spec.rules.RuleProbe.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.spec.rules.Rule;

import org.junit.jupiter.api.Test;

class StorageOneMemberTest {

    private static final Rule RULE = new StorageOneMember();

    @Test
    void warnsOfMoreOrLess() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'InstanceStorageConfigs':[{},{'EbsVolumeConfig':{},'FsxLustreConfig':{}}]}]}"))
                .containsExactly(
                        "/InstanceGroups/0/InstanceStorageConfigs/0",
                        "/InstanceGroups/0/InstanceStorageConfigs/1");
        assertThat(places(RULE, "{'RestrictedInstanceGroups':[{'InstanceStorageConfigs':[{}]}]}"))
                .containsExactly("/RestrictedInstanceGroups/0/InstanceStorageConfigs/0");
    }

    @Test
    void takesOneOfWhateverKind() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'InstanceStorageConfigs':[{'EbsVolumeConfig':{}},{'FsxLustreConfig':{}},{'FsxOpenZfsConfig':{}}]}]}"))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'InstanceStorageConfigs':[{'NextYearsConfig':{}}]}]}"))
                .isEmpty();
    }

    @Test
    void asksNothingOfAnEmptyList() {
        assertThat(places(RULE, "{'InstanceGroups':[{'InstanceStorageConfigs':[]}]}")).isEmpty();
        assertThat(places(RULE, "{'InstanceGroups':[{}]}")).isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(places(RULE, "{'InstanceGroups':[{'InstanceStorageConfigs':[1,null,[]]}]}"))
                .isEmpty();
        assertThat(places(RULE, "{'InstanceGroups':[{'InstanceStorageConfigs':'x'}]}")).isEmpty();
    }
}
