package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.CONTINUOUS;
import static io.hyperpodgateway.rules.RuleProbe.EKS;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlurmStrategyExplicitTest {

    private static final Rule RULE = rule("slurm-strategy-explicit");

    @Test
    void warnsWhereItIsLeftToADefault() {
        assertThat(places(RULE, "'Orchestrator':{'Slurm':{}}"))
                .containsExactly("/Orchestrator/Slurm/SlurmConfigStrategy");
    }

    @Test
    void takesAnyThatIsSet() {
        assertThat(places(RULE, "'Orchestrator':{'Slurm':{'SlurmConfigStrategy':'Merge'}}"))
                .isEmpty();
        assertThat(places(RULE, "'Orchestrator':{'Slurm':{'SlurmConfigStrategy':'merge'}}"))
                .isEmpty();
        assertThat(places(RULE, "'Orchestrator':{'Slurm':{'SlurmConfigStrategy':null}}")).isEmpty();
    }

    @Test
    void asksNothingWithContinuousProvisioning() {
        assertThat(places(RULE, CONTINUOUS, "'Orchestrator':{'Slurm':{}}")).isEmpty();
    }

    @Test
    void doesNotSeeClustersWithoutOrchestrator() {
        assertThat(places(RULE, "")).isEmpty();
        assertThat(places(RULE, EKS, "'ClusterName':'a'")).isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(places(RULE, "'Orchestrator':{'Slurm':1}")).isEmpty();
        assertThat(places(RULE, "'Orchestrator':[]")).isEmpty();
    }
}
