package io.hyperpodgateway.spec.rules.updates;

import static io.hyperpodgateway.spec.rules.RuleProbe.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.spec.rules.Rule;

import org.junit.jupiter.api.Test;

class PatchDrainFirstEksTest {

    private static final Rule RULE = new PatchDrainFirstEks();

    @Test
    void refusesItOnSlurm() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'AutoPatchConfig':{'PatchingStrategy':'DrainFirst'}}]}"))
                .containsExactly("/InstanceGroups/0/AutoPatchConfig/PatchingStrategy");
        assertThat(
                        places(
                                RULE,
                                "{'Orchestrator':{'Slurm':{}},'InstanceGroups':[{'AutoPatchConfig':{'PatchingStrategy':'DrainFirst'}}]}"))
                .containsExactly("/InstanceGroups/0/AutoPatchConfig/PatchingStrategy");
    }

    @Test
    void takesItOnEks() {
        assertThat(
                        places(
                                RULE,
                                "{'Orchestrator':{'Eks':{}},'InstanceGroups':[{'AutoPatchConfig':{'PatchingStrategy':'DrainFirst'}}]}"))
                .isEmpty();
    }

    @Test
    void takesOthersAnywhere() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'AutoPatchConfig':{'PatchingStrategy':'WhenIdle'}}]}"))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                "{'Orchestrator':{'Eks':{}},'InstanceGroups':[{'AutoPatchConfig':{'PatchingStrategy':'WhenAllIdle'}}]}"))
                .isEmpty();
    }

    @Test
    void keepsQuietWhereTheOrchestratorIsNotSettled() {
        assertThat(
                        places(
                                RULE,
                                "{'Orchestrator':{},'InstanceGroups':[{'AutoPatchConfig':{'PatchingStrategy':'DrainFirst'}}]}"))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                "{'Orchestrator':{'Eks':{},'Slurm':{}},'InstanceGroups':[{'AutoPatchConfig':{'PatchingStrategy':'DrainFirst'}}]}"))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                "{'Orchestrator':1,'InstanceGroups':[{'AutoPatchConfig':{'PatchingStrategy':'DrainFirst'}}]}"))
                .isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(places(RULE, "{'InstanceGroups':[{'AutoPatchConfig':{'PatchingStrategy':1}}]}"))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'AutoPatchConfig':{'PatchingStrategy':'drainfirst'}}]}"))
                .isEmpty();
        assertThat(places(RULE, "{'InstanceGroups':[{'AutoPatchConfig':'DrainFirst'}]}")).isEmpty();
    }
}
