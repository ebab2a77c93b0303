package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.EKS;
import static io.hyperpodgateway.rules.RuleProbe.groups;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlurmControllerSingleTest {

    private static final Rule RULE = rule("slurm-controller-single");

    @Test
    void warnsOfMoreOrLess() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'InstanceCount':2,'SlurmConfig':{'NodeType':'Controller'}}")))
                .containsExactly("/InstanceGroups/0/InstanceCount");
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{}",
                                        "{'InstanceCount':0,'SlurmConfig':{'NodeType':'Controller'}}")))
                .containsExactly("/InstanceGroups/1/InstanceCount");
    }

    @Test
    void takesOne() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'InstanceCount':1,'SlurmConfig':{'NodeType':'Controller'}}")))
                .isEmpty();
    }

    @Test
    void leavesOtherNodesAlone() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'InstanceCount':2,'SlurmConfig':{'NodeType':'Login'}}",
                                        "{'InstanceCount':2,'SlurmConfig':{'NodeType':'Compute'}}")))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                EKS,
                                groups(
                                        "{'InstanceCount':2,'SlurmConfig':{'NodeType':'Controller'}}")))
                .isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(places(RULE, groups("{'SlurmConfig':{'NodeType':'Controller'}}"))).isEmpty();
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'InstanceCount':'2','SlurmConfig':{'NodeType':'Controller'}}",
                                        "{'InstanceCount':2.0,'SlurmConfig':{'NodeType':'Controller'}}")))
                .isEmpty();
    }
}
