package io.hyperpodgateway.spec.rules.storage;

import static io.hyperpodgateway.spec.rules.RuleProbe.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.spec.rules.Rule;

import org.junit.jupiter.api.Test;

class MountPathsDistinctTest {

    private static final Rule RULE = new MountPathsDistinct();

    @Test
    void warnsOfASharedPath() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'InstanceStorageConfigs':[{'FsxLustreConfig':{'MountPath':'/data'}},{'FsxOpenZfsConfig':{'MountPath':'/data'}}]}]}"))
                .containsExactly(
                        "/InstanceGroups/0/InstanceStorageConfigs/1/FsxOpenZfsConfig/MountPath");
        assertThat(
                        places(
                                RULE,
                                "{'RestrictedInstanceGroups':[{'InstanceStorageConfigs':[{'FsxLustreConfig':{'MountPath':'/a'}},{'FsxLustreConfig':{'MountPath':'/a'}},{'FsxLustreConfig':{'MountPath':'/a'}}]}]}"))
                .containsExactly(
                        "/RestrictedInstanceGroups/0/InstanceStorageConfigs/1/FsxLustreConfig/MountPath",
                        "/RestrictedInstanceGroups/0/InstanceStorageConfigs/2/FsxLustreConfig/MountPath");
    }

    @Test
    void knowsTheDefaults() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'InstanceStorageConfigs':[{'FsxLustreConfig':{'MountPath':'/home'}},{'FsxOpenZfsConfig':{}}]}]}"))
                .containsExactly(
                        "/InstanceGroups/0/InstanceStorageConfigs/1/FsxOpenZfsConfig/MountPath");
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'InstanceStorageConfigs':[{'FsxOpenZfsConfig':{'MountPath':'/fsx'}},{'FsxLustreConfig':{}}]}]}"))
                .containsExactly(
                        "/InstanceGroups/0/InstanceStorageConfigs/1/FsxLustreConfig/MountPath");
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'InstanceStorageConfigs':[{'FsxLustreConfig':{}},{'FsxOpenZfsConfig':{}}]}]}"))
                .isEmpty();
    }

    @Test
    void takesPathsOfTheirOwn() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'InstanceStorageConfigs':[{'FsxLustreConfig':{'MountPath':'/a'}},{'FsxOpenZfsConfig':{'MountPath':'/A'}}]}]}"))
                .isEmpty();
    }

    @Test
    void leavesOutSlashesThatMakeNoDifference() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'InstanceStorageConfigs':[{'FsxLustreConfig':{'MountPath':'//data/'}},{'FsxOpenZfsConfig':{'MountPath':'/data'}}]}]}"))
                .containsExactly(
                        "/InstanceGroups/0/InstanceStorageConfigs/1/FsxOpenZfsConfig/MountPath");
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'InstanceStorageConfigs':[{'FsxLustreConfig':{'MountPath':'/'}},{'FsxOpenZfsConfig':{'MountPath':'//'}}]}]}"))
                .containsExactly(
                        "/InstanceGroups/0/InstanceStorageConfigs/1/FsxOpenZfsConfig/MountPath");
    }

    @Test
    void doesNotFollowDotsOrLookIntoOtherGroups() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'InstanceStorageConfigs':[{'FsxLustreConfig':{'MountPath':'/a/../b'}},{'FsxOpenZfsConfig':{'MountPath':'/b'}}]}]}"))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'InstanceStorageConfigs':[{'FsxLustreConfig':{}}]},{'InstanceStorageConfigs':[{'FsxLustreConfig':{}}]}]}"))
                .isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'InstanceStorageConfigs':[{'FsxLustreConfig':{'MountPath':1}},{'FsxLustreConfig':{'MountPath':1}},{'FsxLustreConfig':{'MountPath':null}},{'FsxOpenZfsConfig':'/home'}]}]}"))
                .isEmpty();
    }
}
