package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.CONTINUOUS;
import static io.hyperpodgateway.rules.RuleProbe.fixes;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContinuousNoStrategyTest {

    private static final Rule RULE = rule("continuous-no-strategy");

    @Test
    void refusesAnyStrategy() {
        assertThat(
                        places(
                                RULE,
                                CONTINUOUS,
                                "'Orchestrator':{'Slurm':{'SlurmConfigStrategy':'Merge'}}"))
                .containsExactly("/Orchestrator/Slurm/SlurmConfigStrategy");
        assertThat(
                        places(
                                RULE,
                                CONTINUOUS,
                                "'Orchestrator':{'Slurm':{'SlurmConfigStrategy':'Managed'}}"))
                .containsExactly("/Orchestrator/Slurm/SlurmConfigStrategy");
    }

    @Test
    void takesNone() {
        assertThat(places(RULE, CONTINUOUS, "'Orchestrator':{'Slurm':{}}")).isEmpty();
        assertThat(places(RULE, "'Orchestrator':{'Slurm':{'SlurmConfigStrategy':'Merge'}}"))
                .isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(places(RULE, CONTINUOUS, "'Orchestrator':{'Slurm':{'SlurmConfigStrategy':1}}"))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                CONTINUOUS,
                                "'Orchestrator':{'Slurm':{'SlurmConfigStrategy':null}}"))
                .isEmpty();
        assertThat(places(RULE, CONTINUOUS, "'Orchestrator':{'Slurm':[]}")).isEmpty();
        assertThat(places(RULE, CONTINUOUS, "'Orchestrator':1")).isEmpty();
    }

    @Test
    void takesItOut() {
        assertThat(
                        fixes(
                                RULE,
                                CONTINUOUS,
                                "'Orchestrator':{'Slurm':{'SlurmConfigStrategy':'Merge'}}"))
                .containsExactly("remove /Orchestrator/Slurm/SlurmConfigStrategy");
    }
}
