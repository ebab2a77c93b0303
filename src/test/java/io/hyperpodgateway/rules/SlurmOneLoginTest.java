package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.EKS;
import static io.hyperpodgateway.rules.RuleProbe.groups;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlurmOneLoginTest {

    private static final Rule RULE = rule("slurm-one-login");

    @Test
    void refusesEveryFurtherOne() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'SlurmConfig':{'NodeType':'Login'}}",
                                        "{'SlurmConfig':{'NodeType':'Login'}}",
                                        "{'SlurmConfig':{'NodeType':'Compute'}}",
                                        "{'SlurmConfig':{'NodeType':'Login'}}")))
                .containsExactly(
                        "/InstanceGroups/1/SlurmConfig/NodeType",
                        "/InstanceGroups/3/SlurmConfig/NodeType");
    }

    @Test
    void takesOneOrNone() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'SlurmConfig':{'NodeType':'Login'}}",
                                        "{'SlurmConfig':{'NodeType':'Compute'}}")))
                .isEmpty();
        assertThat(places(RULE, groups("{'SlurmConfig':{'NodeType':'Compute'}}"))).isEmpty();
        assertThat(places(RULE, "")).isEmpty();
    }

    @Test
    void leavesOtherOrchestratorsAlone() {
        assertThat(
                        places(
                                RULE,
                                EKS,
                                groups(
                                        "{'SlurmConfig':{'NodeType':'Login'}}",
                                        "{'SlurmConfig':{'NodeType':'Login'}}")))
                .isEmpty();
    }

    @Test
    void doesNotCountInstances() {
        assertThat(places(RULE, groups("{'InstanceCount':9,'SlurmConfig':{'NodeType':'Login'}}")))
                .isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'SlurmConfig':{'NodeType':'Login'}}",
                                        "{'SlurmConfig':'Login'}",
                                        "{'SlurmConfig':{'NodeType':['Login']}}")))
                .isEmpty();
    }
}
