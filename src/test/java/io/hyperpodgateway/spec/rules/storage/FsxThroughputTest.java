package io.hyperpodgateway.spec.rules.storage;

import static io.hyperpodgateway.spec.rules.RuleProbe.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.spec.rules.Rule;

import org.junit.jupiter.api.Test;

class FsxThroughputTest {

    private static final Rule RULE = new FsxThroughput();

    @Test
    void warnsOfOtherThroughputs() {
        assertThat(
                        places(
                                RULE,
                                "{'RestrictedInstanceGroups':[{'EnvironmentConfig':{'FSxLustreConfig':{'SizeInGiB':1200,'PerUnitStorageThroughput':300}}}]}"))
                .containsExactly(
                        "/RestrictedInstanceGroups/0/EnvironmentConfig/FSxLustreConfig/PerUnitStorageThroughput");
        assertThat(
                        places(
                                RULE,
                                "{'RestrictedInstanceGroupsConfig':{'SharedEnvironmentConfig':{'FSxLustreConfig':{'SizeInGiB':1200,'PerUnitStorageThroughput':126}}}}"))
                .containsExactly(
                        "/RestrictedInstanceGroupsConfig/SharedEnvironmentConfig/FSxLustreConfig/PerUnitStorageThroughput");
    }

    @Test
    void warnsOfOtherSizes() {
        assertThat(
                        places(
                                RULE,
                                "{'RestrictedInstanceGroups':[{'EnvironmentConfig':{'FSxLustreConfig':{'SizeInGiB':3600,'PerUnitStorageThroughput':125}}}]}"))
                .containsExactly(
                        "/RestrictedInstanceGroups/0/EnvironmentConfig/FSxLustreConfig/SizeInGiB");
        assertThat(
                        places(
                                RULE,
                                "{'RestrictedInstanceGroupsConfig':{'SharedEnvironmentConfig':{'FSxLustreConfig':{'SizeInGiB':2399,'PerUnitStorageThroughput':125}}}}"))
                .containsExactly(
                        "/RestrictedInstanceGroupsConfig/SharedEnvironmentConfig/FSxLustreConfig/SizeInGiB");
    }

    @Test
    void takesWhatFsxSells() {
        assertThat(
                        places(
                                RULE,
                                "{'RestrictedInstanceGroups':[{'EnvironmentConfig':{'FSxLustreConfig':{'SizeInGiB':1200,'PerUnitStorageThroughput':125}}}]}"))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                "{'RestrictedInstanceGroups':[{'EnvironmentConfig':{'FSxLustreConfig':{'SizeInGiB':2400,'PerUnitStorageThroughput':250}}}]}"))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                "{'RestrictedInstanceGroupsConfig':{'SharedEnvironmentConfig':{'FSxLustreConfig':{'SizeInGiB':4800,'PerUnitStorageThroughput':500}}}}"))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                "{'RestrictedInstanceGroupsConfig':{'SharedEnvironmentConfig':{'FSxLustreConfig':{'SizeInGiB':100800,'PerUnitStorageThroughput':1000}}}}"))
                .isEmpty();
    }

    @Test
    void tellsBothAtOnce() {
        assertThat(
                        places(
                                RULE,
                                "{'RestrictedInstanceGroups':[{'EnvironmentConfig':{'FSxLustreConfig':{'SizeInGiB':1201,'PerUnitStorageThroughput':1}}}]}"))
                .containsExactly(
                        "/RestrictedInstanceGroups/0/EnvironmentConfig/FSxLustreConfig/PerUnitStorageThroughput",
                        "/RestrictedInstanceGroups/0/EnvironmentConfig/FSxLustreConfig/SizeInGiB");
    }

    @Test
    void doesNotSeeFileSystemsThatGroupsMount() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'InstanceStorageConfigs':[{'FsxLustreConfig':{'SizeInGiB':1}}]}]}"))
                .isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(
                        places(
                                RULE,
                                "{'RestrictedInstanceGroups':[{'EnvironmentConfig':{'FSxLustreConfig':{'SizeInGiB':'1','PerUnitStorageThroughput':1.5}}}]}"))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                "{'RestrictedInstanceGroups':[{'EnvironmentConfig':1},{'EnvironmentConfig':{'FSxLustreConfig':[]}}],'RestrictedInstanceGroupsConfig':'x'}"))
                .isEmpty();
    }
}
