package io.hyperpodgateway.spec.rules.slurm;

import static io.hyperpodgateway.spec.rules.RuleProbe.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.spec.rules.Rule;

import org.junit.jupiter.api.Test;

class SlurmConfigOnEksTest {

    private static final Rule RULE = new SlurmConfigOnEks();

    @Test
    void warnsOfWhatIsForTheOtherOrchestrator() {
        assertThat(
                        places(
                                RULE,
                                "{'Orchestrator':{'Eks':{}},'InstanceGroups':[{'SlurmConfig':{},'KubernetesConfig':{}}]}"))
                .containsExactly("/InstanceGroups/0/SlurmConfig");
        assertThat(
                        places(
                                RULE,
                                "{'Orchestrator':{'Slurm':{}},'InstanceGroups':[{'SlurmConfig':{},'KubernetesConfig':{}}]}"))
                .containsExactly("/InstanceGroups/0/KubernetesConfig");
    }

    @Test
    void knowsThatSlurmIsTheDefault() {
        assertThat(places(RULE, "{'InstanceGroups':[{'KubernetesConfig':{}}]}"))
                .containsExactly("/InstanceGroups/0/KubernetesConfig");
    }

    @Test
    void takesEachOnItsOwn() {
        assertThat(
                        places(
                                RULE,
                                "{'Orchestrator':{'Eks':{}},'InstanceGroups':[{'KubernetesConfig':{}}]}"))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                "{'Orchestrator':{'Slurm':{}},'InstanceGroups':[{'SlurmConfig':{}}]}"))
                .isEmpty();
    }

    @Test
    void keepsQuietWhereBothOrNeitherIsChosen() {
        assertThat(
                        places(
                                RULE,
                                "{'Orchestrator':{'Eks':{},'Slurm':{}},'InstanceGroups':[{'SlurmConfig':{},'KubernetesConfig':{}}]}"))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                "{'Orchestrator':{},'InstanceGroups':[{'SlurmConfig':{},'KubernetesConfig':{}}]}"))
                .isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(
                        places(
                                RULE,
                                "{'Orchestrator':{'Eks':{}},'InstanceGroups':[{'SlurmConfig':1},null]}"))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                "{'Orchestrator':'Slurm','InstanceGroups':[{'KubernetesConfig':[]}]}"))
                .isEmpty();
    }
}
