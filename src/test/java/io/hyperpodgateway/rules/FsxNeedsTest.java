package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.EKS;
import static io.hyperpodgateway.rules.RuleProbe.VPC;
import static io.hyperpodgateway.rules.RuleProbe.groups;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.restrictedGroups;
import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.RuleProbe.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FsxNeedsTest {

    private static final Rule RULE = rule("fsx-needs");
    private static final String AT = "/InstanceGroups/0/InstanceStorageConfigs";

    @Test
    void wantsANetwork() {
        assertThat(places(RULE, groups(storage("{'FsxLustreConfig':{}}"))))
                .containsExactly("/VpcConfig");
        assertThat(places(RULE, EKS, groups(storage("{'FsxOpenZfsConfig':{}}"))))
                .containsExactly("/VpcConfig");
        assertThat(places(RULE, restrictedGroups(storage("{'FsxLustreConfig':{}}"))))
                .containsExactly("/VpcConfig");
        assertThat(
                        places(
                                RULE,
                                VPC,
                                groups(
                                        storage(
                                                "{'FsxLustreConfig':{}}",
                                                "{'FsxOpenZfsConfig':{}}"))))
                .isEmpty();
    }

    @Test
    void wantsAControllerOnceAnyGroupIsANode() {
        assertThat(
                        places(
                                RULE,
                                VPC,
                                groups(
                                        storage("{'FsxLustreConfig':{}}"),
                                        "{'SlurmConfig':{'NodeType':'Compute'}}")))
                .containsExactly("/InstanceGroups");
        assertThat(
                        places(
                                RULE,
                                VPC,
                                groups(
                                        storage("{'FsxLustreConfig':{}}"),
                                        "{'SlurmConfig':{'NodeType':'Controller'}}")))
                .isEmpty();
        assertThat(places(RULE, VPC, groups(storage("{'FsxLustreConfig':{}}"), "{}"))).isEmpty();
        assertThat(
                        places(
                                RULE,
                                VPC,
                                EKS,
                                groups(
                                        storage("{'FsxLustreConfig':{}}"),
                                        "{'SlurmConfig':{'NodeType':'Compute'}}")))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                VPC,
                                groups(storage("{'FsxLustreConfig':{}}"), "{'SlurmConfig':{}}")))
                .isEmpty();
    }

    @Test
    void wantsAtMostOneOfEachKind() {
        assertThat(
                        places(
                                RULE,
                                VPC,
                                groups(
                                        storage(
                                                "{'FsxLustreConfig':{}}",
                                                "{'FsxOpenZfsConfig':{}}",
                                                "{'FsxLustreConfig':{}}",
                                                "{'FsxOpenZfsConfig':{}}"))))
                .containsExactly(AT + "/2/FsxLustreConfig", AT + "/3/FsxOpenZfsConfig");
    }

    @Test
    void tellsAllAtOnce() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        storage("{'FsxLustreConfig':{}}", "{'FsxLustreConfig':{}}"),
                                        "{'SlurmConfig':{'NodeType':'Login'}}")))
                .containsExactly("/VpcConfig", "/InstanceGroups", AT + "/1/FsxLustreConfig");
    }

    @Test
    void asksNothingWithoutFileSystem() {
        assertThat(places(RULE, groups(storage("{'EbsVolumeConfig':{}}")))).isEmpty();
        assertThat(places(RULE, "")).isEmpty();
    }

    @Test
    void doesNotSeeTheSameInAnotherGroup() {
        assertThat(
                        places(
                                RULE,
                                VPC,
                                groups(
                                        storage("{'FsxLustreConfig':{}}"),
                                        storage("{'FsxLustreConfig':{}}"))))
                .isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(places(RULE, groups(storage("{'FsxLustreConfig':1}", "7", "null")))).isEmpty();
        assertThat(places(RULE, groups("{'InstanceStorageConfigs':{}}"))).isEmpty();
    }
}
