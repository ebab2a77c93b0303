package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.EKS;
import static io.hyperpodgateway.rules.RuleProbe.groups;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlurmDevPartitionTest {

    private static final Rule RULE = rule("slurm-dev-partition");
    private static final String AT = "/InstanceGroups/0/SlurmConfig/PartitionNames";

    @Test
    void warnsOfTheNameThatIsTaken() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'SlurmConfig':{'NodeType':'Compute','PartitionNames':['dev']}}")))
                .containsExactly(AT + "/0");
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'SlurmConfig':{'NodeType':'Compute','PartitionNames':['a','dev']}}")))
                .containsExactly(AT + "/1");
    }

    @Test
    void takesOtherNames() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'SlurmConfig':{'NodeType':'Compute','PartitionNames':['gpu']}}",
                                        "{'SlurmConfig':{'NodeType':'Compute','PartitionNames':['dev2']}}")))
                .isEmpty();
    }

    @Test
    void comparesLetterCase() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'SlurmConfig':{'NodeType':'Compute','PartitionNames':['DEV']}}")))
                .isEmpty();
    }

    @Test
    void leavesOtherOrchestratorsAlone() {
        assertThat(
                        places(
                                RULE,
                                EKS,
                                groups(
                                        "{'SlurmConfig':{'NodeType':'Compute','PartitionNames':['dev']}}")))
                .isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'SlurmConfig':{'NodeType':'Compute','PartitionNames':'dev'}}",
                                        "{'SlurmConfig':{'NodeType':'Compute','PartitionNames':[1,['dev']]}}")))
                .isEmpty();
    }
}
