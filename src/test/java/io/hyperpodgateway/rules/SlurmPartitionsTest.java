package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.EKS;
import static io.hyperpodgateway.rules.RuleProbe.fixes;
import static io.hyperpodgateway.rules.RuleProbe.groups;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlurmPartitionsTest {

    private static final Rule RULE = rule("slurm-partitions");

    @Test
    void wantsOneOfComputeGroups() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'SlurmConfig':{'NodeType':'Compute'}}",
                                        "{'SlurmConfig':{'NodeType':'Compute','PartitionNames':[]}}")))
                .containsExactly(
                        "/InstanceGroups/0/SlurmConfig/PartitionNames",
                        "/InstanceGroups/1/SlurmConfig/PartitionNames");
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'SlurmConfig':{'NodeType':'Compute','PartitionNames':['gpu']}}")))
                .isEmpty();
    }

    @Test
    void wantsNoneOfOthers() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'SlurmConfig':{'NodeType':'Controller','PartitionNames':['a']}}",
                                        "{'SlurmConfig':{'NodeType':'Login','PartitionNames':['a']}}")))
                .containsExactly(
                        "/InstanceGroups/0/SlurmConfig/PartitionNames",
                        "/InstanceGroups/1/SlurmConfig/PartitionNames");
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'SlurmConfig':{'NodeType':'Controller'}}",
                                        "{'SlurmConfig':{'NodeType':'Login'}}")))
                .isEmpty();
    }

    @Test
    void takesAnEmptyListForNone() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'SlurmConfig':{'NodeType':'Controller','PartitionNames':[]}}",
                                        "{'SlurmConfig':{'NodeType':'Login','PartitionNames':[]}}")))
                .isEmpty();
    }

    @Test
    void leavesOtherOrchestratorsAlone() {
        assertThat(
                        places(
                                RULE,
                                EKS,
                                groups(
                                        "{'SlurmConfig':{'NodeType':'Compute'}}",
                                        "{'SlurmConfig':{'NodeType':'Login','PartitionNames':['a']}}")))
                .isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'SlurmConfig':{'NodeType':'Compute','PartitionNames':'gpu'}}",
                                        "{'SlurmConfig':{'NodeType':'Login','PartitionNames':'gpu'}}",
                                        "{'SlurmConfig':{'NodeType':'Worker','PartitionNames':['a']}}",
                                        "{'SlurmConfig':{'PartitionNames':['a']}}",
                                        "{'SlurmConfig':1}")))
                .isEmpty();
    }

    @Test
    void takesOutWhatIsNotAllowedAndInventsNothing() {
        assertThat(
                        fixes(
                                RULE,
                                groups(
                                        "{'SlurmConfig':{'NodeType':'Compute'}}",
                                        "{'SlurmConfig':{'NodeType':'Login','PartitionNames':['a']}}")))
                .containsExactly("remove /InstanceGroups/1/SlurmConfig/PartitionNames");
    }
}
