package io.hyperpodgateway.spec.rules.storage;

import static io.hyperpodgateway.spec.rules.RuleProbe.groups;
import static io.hyperpodgateway.spec.rules.RuleProbe.places;
import static io.hyperpodgateway.spec.rules.RuleProbe.restrictedGroups;
import static io.hyperpodgateway.spec.rules.RuleProbe.storage;

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
                                groups(
                                        storage(
                                                "{}",
                                                "{'EbsVolumeConfig':{},'FsxLustreConfig':{}}"))))
                .containsExactly(
                        "/InstanceGroups/0/InstanceStorageConfigs/0",
                        "/InstanceGroups/0/InstanceStorageConfigs/1");
        assertThat(places(RULE, restrictedGroups(storage("{}"))))
                .containsExactly("/RestrictedInstanceGroups/0/InstanceStorageConfigs/0");
    }

    @Test
    void takesOneOfWhateverKind() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        storage(
                                                "{'EbsVolumeConfig':{}}",
                                                "{'FsxLustreConfig':{}}",
                                                "{'FsxOpenZfsConfig':{}}"))))
                .isEmpty();
        assertThat(places(RULE, groups(storage("{'NextYearsConfig':{}}")))).isEmpty();
    }

    @Test
    void asksNothingOfAnEmptyList() {
        assertThat(places(RULE, groups(storage()))).isEmpty();
        assertThat(places(RULE, groups("{}"))).isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(places(RULE, groups(storage("1", "null", "[]")))).isEmpty();
        assertThat(places(RULE, groups("{'InstanceStorageConfigs':'x'}"))).isEmpty();
    }
}
