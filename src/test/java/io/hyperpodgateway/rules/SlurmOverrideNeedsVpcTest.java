package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.SpecDocuments.request;
import static io.hyperpodgateway.rules.SpecDocuments.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class SlurmOverrideNeedsVpcTest {

    @Test
    void refusesAGroupsNetworkWhereTheClusterHasNone() {
        assertThat(check("{'InstanceGroups':[{'OverrideVpcConfig':{}},{'OverrideVpcConfig':{}}]}"))
                .containsExactly("slurm-override-needs-vpc /VpcConfig");
        assertThat(
                        check(
                                "{'InstanceGroups':[{'OverrideVpcConfig':{}},{'OverrideVpcConfig':{}}],"
                                        + "'Orchestrator':{'Slurm':{}}}"))
                .containsExactly("slurm-override-needs-vpc /VpcConfig");
        assertThat(check("{'RestrictedInstanceGroups':[{'OverrideVpcConfig':{}}]}"))
                .containsExactly("slurm-override-needs-vpc /VpcConfig");
    }

    @Test
    void takesItWhereTheClusterHasOne() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'OverrideVpcConfig':{}},{'OverrideVpcConfig':{}}],"
                                        + "'VpcConfig':{}}"))
                .isEmpty();
        assertThat(check("{'InstanceGroups':[{}]}")).isEmpty();
    }

    @Test
    void leavesEksClustersToTheirOwnRule() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'OverrideVpcConfig':{}},{'OverrideVpcConfig':{}}],"
                                        + "'Orchestrator':{'Eks':{}}}"))
                .isEmpty();
        assertThat(
                        check(
                                "{'InstanceGroups':[{'OverrideVpcConfig':{}},{'OverrideVpcConfig':{}}],"
                                        + "'Orchestrator':{'Eks':{},'Slurm':{}}}"))
                .isEmpty();
    }

    @Test
    void passesOverWhatTheShapeCheckTells() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'OverrideVpcConfig':{}},{'OverrideVpcConfig':{}}],"
                                        + "'Orchestrator':7}"))
                .isEmpty();
        assertThat(
                        check(
                                "{'InstanceGroups':[{'OverrideVpcConfig':{}},{'OverrideVpcConfig':{}}],"
                                        + "'VpcConfig':7}"))
                .isEmpty();
        assertThat(check("{'InstanceGroups':[7]}")).isEmpty();
    }

    private static List<String> check(String document) {
        return summaries(rule("slurm-override-needs-vpc").check(request(document)).toList());
    }
}
