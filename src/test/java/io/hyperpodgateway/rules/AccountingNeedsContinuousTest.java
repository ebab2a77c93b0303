package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.CONTINUOUS;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccountingNeedsContinuousTest {

    private static final Rule RULE = rule("accounting-needs-continuous");

    @Test
    void refusesADatabaseWithoutContinuousProvisioning() {
        assertThat(places(RULE, "'Orchestrator':{'Slurm':{'AccountingDatabase':{}}}"))
                .containsExactly("/NodeProvisioningMode");
    }

    @Test
    void takesOneWithIt() {
        assertThat(places(RULE, CONTINUOUS, "'Orchestrator':{'Slurm':{'AccountingDatabase':{}}}"))
                .isEmpty();
    }

    @Test
    void asksNothingWithoutDatabase() {
        assertThat(places(RULE, "'Orchestrator':{'Slurm':{}}")).isEmpty();
        assertThat(places(RULE, "")).isEmpty();
    }

    @Test
    void wantsThatVeryMode() {
        assertThat(
                        places(
                                RULE,
                                "'NodeProvisioningMode':'Batch'",
                                "'Orchestrator':{'Slurm':{'AccountingDatabase':{}}}"))
                .containsExactly("/NodeProvisioningMode");
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(places(RULE, "'Orchestrator':{'Slurm':{'AccountingDatabase':1}}")).isEmpty();
        assertThat(places(RULE, "'Orchestrator':{'Slurm':{'AccountingDatabase':null}}")).isEmpty();
        assertThat(places(RULE, "'Orchestrator':{'Slurm':'x'}")).isEmpty();
        assertThat(
                        places(
                                RULE,
                                "'NodeProvisioningMode':1",
                                "'Orchestrator':{'Slurm':{'AccountingDatabase':{}}}"))
                .isEmpty();
    }
}
