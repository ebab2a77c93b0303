package io.hyperpodgateway.spec.rules.slurm;

import static io.hyperpodgateway.spec.rules.RuleProbe.fixes;
import static io.hyperpodgateway.spec.rules.RuleProbe.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.spec.rules.Rule;

import org.junit.jupiter.api.Test;

class ContinuousNoStrategyTest {

    private static final Rule RULE = new ContinuousNoStrategy();

    @Test
    void refusesAnyStrategy() {
        assertThat(
                        places(
                                RULE,
                                "{'NodeProvisioningMode':'Continuous','Orchestrator':{'Slurm':{'SlurmConfigStrategy':'Merge'}}}"))
                .containsExactly("/Orchestrator/Slurm/SlurmConfigStrategy");
        assertThat(
                        places(
                                RULE,
                                "{'NodeProvisioningMode':'Continuous','Orchestrator':{'Slurm':{'SlurmConfigStrategy':'Managed'}}}"))
                .containsExactly("/Orchestrator/Slurm/SlurmConfigStrategy");
    }

    @Test
    void takesNone() {
        assertThat(
                        places(
                                RULE,
                                "{'NodeProvisioningMode':'Continuous','Orchestrator':{'Slurm':{}}}"))
                .isEmpty();
        assertThat(places(RULE, "{'Orchestrator':{'Slurm':{'SlurmConfigStrategy':'Merge'}}}"))
                .isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(
                        places(
                                RULE,
                                "{'NodeProvisioningMode':'Continuous','Orchestrator':{'Slurm':{'SlurmConfigStrategy':1}}}"))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                "{'NodeProvisioningMode':'Continuous','Orchestrator':{'Slurm':{'SlurmConfigStrategy':null}}}"))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                "{'NodeProvisioningMode':'Continuous','Orchestrator':{'Slurm':[]}}"))
                .isEmpty();
        assertThat(places(RULE, "{'NodeProvisioningMode':'Continuous','Orchestrator':1}"))
                .isEmpty();
    }

    @Test
    void takesItOut() {
        assertThat(
                        fixes(
                                RULE,
                                "{'NodeProvisioningMode':'Continuous','Orchestrator':{'Slurm':{'SlurmConfigStrategy':'Merge'}}}"))
                .containsExactly(
                        "[{\"op\":\"remove\",\"path\":\"/Orchestrator/Slurm/SlurmConfigStrategy\"}]");
    }
}
