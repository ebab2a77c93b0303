package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.groups;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.restrictedGroups;
import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.RuleProbe.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MountPathsDistinctTest {

    private static final Rule RULE = rule("mount-paths-distinct");
    private static final String AT = "/RestrictedInstanceGroups/0/InstanceStorageConfigs";

    @Test
    void warnsOfASharedPath() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        storage(
                                                "{'FsxLustreConfig':{'MountPath':'/data'}}",
                                                "{'FsxOpenZfsConfig':{'MountPath':'/data'}}"))))
                .containsExactly(
                        "/InstanceGroups/0/InstanceStorageConfigs/1/FsxOpenZfsConfig/MountPath");
        assertThat(
                        places(
                                RULE,
                                restrictedGroups(
                                        storage(
                                                "{'FsxLustreConfig':{'MountPath':'/a'}}",
                                                "{'FsxLustreConfig':{'MountPath':'/a'}}",
                                                "{'FsxLustreConfig':{'MountPath':'/a'}}"))))
                .containsExactly(
                        AT + "/1/FsxLustreConfig/MountPath", AT + "/2/FsxLustreConfig/MountPath");
    }

    @Test
    void knowsTheDefaults() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        storage(
                                                "{'FsxLustreConfig':{'MountPath':'/home'}}",
                                                "{'FsxOpenZfsConfig':{}}"))))
                .containsExactly(
                        "/InstanceGroups/0/InstanceStorageConfigs/1/FsxOpenZfsConfig/MountPath");
        assertThat(
                        places(
                                RULE,
                                groups(
                                        storage(
                                                "{'FsxOpenZfsConfig':{'MountPath':'/fsx'}}",
                                                "{'FsxLustreConfig':{}}"))))
                .containsExactly(
                        "/InstanceGroups/0/InstanceStorageConfigs/1/FsxLustreConfig/MountPath");
        assertThat(
                        places(
                                RULE,
                                groups(
                                        storage(
                                                "{'FsxLustreConfig':{}}",
                                                "{'FsxOpenZfsConfig':{}}"))))
                .isEmpty();
    }

    @Test
    void takesPathsOfTheirOwn() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        storage(
                                                "{'FsxLustreConfig':{'MountPath':'/a'}}",
                                                "{'FsxOpenZfsConfig':{'MountPath':'/A'}}"))))
                .isEmpty();
    }

    @Test
    void leavesOutSlashesThatMakeNoDifference() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        storage(
                                                "{'FsxLustreConfig':{'MountPath':'//data/'}}",
                                                "{'FsxOpenZfsConfig':{'MountPath':'/data'}}"))))
                .containsExactly(
                        "/InstanceGroups/0/InstanceStorageConfigs/1/FsxOpenZfsConfig/MountPath");
        assertThat(
                        places(
                                RULE,
                                groups(
                                        storage(
                                                "{'FsxLustreConfig':{'MountPath':'/'}}",
                                                "{'FsxOpenZfsConfig':{'MountPath':'//'}}"))))
                .containsExactly(
                        "/InstanceGroups/0/InstanceStorageConfigs/1/FsxOpenZfsConfig/MountPath");
    }

    @Test
    void doesNotFollowDotsOrLookIntoOtherGroups() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        storage(
                                                "{'FsxLustreConfig':{'MountPath':'/a/../b'}}",
                                                "{'FsxOpenZfsConfig':{'MountPath':'/b'}}"))))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                groups(
                                        storage("{'FsxLustreConfig':{}}"),
                                        storage("{'FsxLustreConfig':{}}"))))
                .isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        storage(
                                                "{'FsxLustreConfig':{'MountPath':1}}",
                                                "{'FsxLustreConfig':{'MountPath':1}}",
                                                "{'FsxLustreConfig':{'MountPath':null}}",
                                                "{'FsxOpenZfsConfig':'/home'}"))))
                .isEmpty();
    }
}
