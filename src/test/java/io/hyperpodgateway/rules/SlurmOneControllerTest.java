package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.EKS;
import static io.hyperpodgateway.rules.RuleProbe.NEITHER;
import static io.hyperpodgateway.rules.RuleProbe.SLURM;
import static io.hyperpodgateway.rules.RuleProbe.groups;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlurmOneControllerTest {

    private static final Rule RULE = rule("slurm-one-controller");

    @Test
    void refusesNone() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'SlurmConfig':{'NodeType':'Login'}}",
                                        "{'SlurmConfig':{'NodeType':'Compute'}}")))
                .containsExactly("/InstanceGroups");
        assertThat(places(RULE, SLURM, groups("{}", "{'SlurmConfig':{'NodeType':'Compute'}}")))
                .containsExactly("/InstanceGroups");
    }

    @Test
    void refusesEveryFurtherOne() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'SlurmConfig':{'NodeType':'Controller'}}",
                                        "{'SlurmConfig':{'NodeType':'Compute'}}",
                                        "{'SlurmConfig':{'NodeType':'Controller'}}",
                                        "{'SlurmConfig':{'NodeType':'Controller'}}")))
                .containsExactly(
                        "/InstanceGroups/2/SlurmConfig/NodeType",
                        "/InstanceGroups/3/SlurmConfig/NodeType");
    }

    @Test
    void takesExactlyOne() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'SlurmConfig':{'NodeType':'Compute'}}",
                                        "{'SlurmConfig':{'NodeType':'Controller'}}")))
                .isEmpty();
    }

    @Test
    void doesNotSeeClustersThatLifecycleScriptsSetUp() {
        assertThat(places(RULE, groups("{}", "{}"))).isEmpty();
        assertThat(places(RULE, "")).isEmpty();
    }

    @Test
    void leavesOtherOrchestratorsAlone() {
        assertThat(places(RULE, EKS, groups("{'SlurmConfig':{'NodeType':'Compute'}}"))).isEmpty();
        assertThat(places(RULE, NEITHER, groups("{'SlurmConfig':{'NodeType':'Compute'}}")))
                .isEmpty();
    }

    @Test
    void passesOverNodesThatMayBeTheController() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'SlurmConfig':{}}",
                                        "{'SlurmConfig':{'NodeType':'Compute'}}")))
                .isEmpty();
        assertThat(places(RULE, groups("{'SlurmConfig':1}"))).isEmpty();
        assertThat(places(RULE, groups("{'SlurmConfig':{'NodeType':'controler'}}"))).isEmpty();
        assertThat(places(RULE, groups("{'SlurmConfig':{'NodeType':1}}", "7"))).isEmpty();
    }
}
