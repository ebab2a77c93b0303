package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.groups;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.restrictedGroups;
import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.RuleProbe.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FsxThroughputTest {

    private static final Rule RULE = rule("fsx-throughput");
    private static final String AT =
            "/RestrictedInstanceGroupsConfig/SharedEnvironmentConfig/FSxLustreConfig";

    @Test
    void warnsOfOtherThroughputs() {
        assertThat(
                        places(
                                RULE,
                                restrictedGroups(
                                        "{'EnvironmentConfig':{'FSxLustreConfig':{'SizeInGiB':1200,'PerUnitStorageThroughput':300}}}")))
                .containsExactly(
                        "/RestrictedInstanceGroups/0/EnvironmentConfig/FSxLustreConfig/PerUnitStorageThroughput");
        assertThat(
                        places(
                                RULE,
                                "'RestrictedInstanceGroupsConfig':{'SharedEnvironmentConfig':{'FSxLustreConfig':{'SizeInGiB':1200,'PerUnitStorageThroughput':126}}}"))
                .containsExactly(AT + "/PerUnitStorageThroughput");
    }

    @Test
    void warnsOfOtherSizes() {
        assertThat(
                        places(
                                RULE,
                                restrictedGroups(
                                        "{'EnvironmentConfig':{'FSxLustreConfig':{'SizeInGiB':3600,'PerUnitStorageThroughput':125}}}")))
                .containsExactly(
                        "/RestrictedInstanceGroups/0/EnvironmentConfig/FSxLustreConfig/SizeInGiB");
        assertThat(
                        places(
                                RULE,
                                "'RestrictedInstanceGroupsConfig':{'SharedEnvironmentConfig':{'FSxLustreConfig':{'SizeInGiB':2399,'PerUnitStorageThroughput':125}}}"))
                .containsExactly(AT + "/SizeInGiB");
    }

    @Test
    void takesWhatFsxSells() {
        assertThat(
                        places(
                                RULE,
                                restrictedGroups(
                                        "{'EnvironmentConfig':{'FSxLustreConfig':{'SizeInGiB':1200,'PerUnitStorageThroughput':125}}}")))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                restrictedGroups(
                                        "{'EnvironmentConfig':{'FSxLustreConfig':{'SizeInGiB':2400,'PerUnitStorageThroughput':250}}}")))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                "'RestrictedInstanceGroupsConfig':{'SharedEnvironmentConfig':{'FSxLustreConfig':{'SizeInGiB':4800,'PerUnitStorageThroughput':500}}}"))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                "'RestrictedInstanceGroupsConfig':{'SharedEnvironmentConfig':{'FSxLustreConfig':{'SizeInGiB':100800,'PerUnitStorageThroughput':1000}}}"))
                .isEmpty();
    }

    @Test
    void tellsBothAtOnce() {
        assertThat(
                        places(
                                RULE,
                                restrictedGroups(
                                        "{'EnvironmentConfig':{'FSxLustreConfig':{'SizeInGiB':1201,'PerUnitStorageThroughput':1}}}")))
                .containsExactly(
                        "/RestrictedInstanceGroups/0/EnvironmentConfig/FSxLustreConfig/PerUnitStorageThroughput",
                        "/RestrictedInstanceGroups/0/EnvironmentConfig/FSxLustreConfig/SizeInGiB");
    }

    @Test
    void doesNotSeeFileSystemsThatGroupsMount() {
        assertThat(places(RULE, groups(storage("{'FsxLustreConfig':{'SizeInGiB':1}}")))).isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(
                        places(
                                RULE,
                                restrictedGroups(
                                        "{'EnvironmentConfig':{'FSxLustreConfig':{'SizeInGiB':'1','PerUnitStorageThroughput':1.5}}}")))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                restrictedGroups(
                                        "{'EnvironmentConfig':1}",
                                        "{'EnvironmentConfig':{'FSxLustreConfig':[]}}"),
                                "'RestrictedInstanceGroupsConfig':'x'"))
                .isEmpty();
    }

    @Test
    void leavesOtherGroupsToTheShapeCheck() {
        String group = "{'EnvironmentConfig':{'FSxLustreConfig':{'SizeInGiB':1}}}";

        assertThat(places(RULE, groups(group))).isEmpty();
    }
}
