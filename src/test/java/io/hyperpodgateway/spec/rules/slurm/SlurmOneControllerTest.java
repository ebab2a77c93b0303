package io.hyperpodgateway.spec.rules.slurm;

import static io.hyperpodgateway.spec.rules.RuleProbe.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.spec.rules.Rule;

import org.junit.jupiter.api.Test;

class SlurmOneControllerTest {

    private static final Rule RULE = new SlurmOneController();

    @Test
    void refusesNone() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'SlurmConfig':{'NodeType':'Login'}},{'SlurmConfig':{'NodeType':'Compute'}}]}"))
                .containsExactly("/InstanceGroups");
        assertThat(
                        places(
                                RULE,
                                "{'Orchestrator':{'Slurm':{}},'InstanceGroups':[{},{'SlurmConfig':{'NodeType':'Compute'}}]}"))
                .containsExactly("/InstanceGroups");
    }

    @Test
    void refusesEveryFurtherOne() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'SlurmConfig':{'NodeType':'Controller'}},{'SlurmConfig':{'NodeType':'Compute'}},{'SlurmConfig':{'NodeType':'Controller'}},{'SlurmConfig':{'NodeType':'Controller'}}]}"))
                .containsExactly(
                        "/InstanceGroups/2/SlurmConfig/NodeType",
                        "/InstanceGroups/3/SlurmConfig/NodeType");
    }

    @Test
    void takesExactlyOne() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'SlurmConfig':{'NodeType':'Compute'}},{'SlurmConfig':{'NodeType':'Controller'}}]}"))
                .isEmpty();
    }

    @Test
    void doesNotSeeClustersThatLifecycleScriptsSetUp() {
        assertThat(places(RULE, "{'InstanceGroups':[{},{}]}")).isEmpty();
        assertThat(places(RULE, "{}")).isEmpty();
    }

    @Test
    void leavesOtherOrchestratorsAlone() {
        assertThat(
                        places(
                                RULE,
                                "{'Orchestrator':{'Eks':{}},'InstanceGroups':[{'SlurmConfig':{'NodeType':'Compute'}}]}"))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                "{'Orchestrator':{},'InstanceGroups':[{'SlurmConfig':{'NodeType':'Compute'}}]}"))
                .isEmpty();
    }

    @Test
    void passesOverNodesThatMayBeTheController() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'SlurmConfig':{}},{'SlurmConfig':{'NodeType':'Compute'}}]}"))
                .isEmpty();
        assertThat(places(RULE, "{'InstanceGroups':[{'SlurmConfig':1}]}")).isEmpty();
        assertThat(places(RULE, "{'InstanceGroups':[{'SlurmConfig':{'NodeType':'controler'}}]}"))
                .isEmpty();
        assertThat(places(RULE, "{'InstanceGroups':[{'SlurmConfig':{'NodeType':1}},7]}")).isEmpty();
    }
}
