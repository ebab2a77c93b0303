package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.VPC;
import static io.hyperpodgateway.rules.RuleProbe.groups;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccountingNeedsVpcTest {

    private static final Rule RULE = rule("accounting-needs-vpc");

    @Test
    void warnsOfADatabaseOutOfReach() {
        assertThat(places(RULE, "'Orchestrator':{'Slurm':{'AccountingDatabase':{}}}"))
                .containsExactly("/VpcConfig");
    }

    @Test
    void takesOneInANetwork() {
        assertThat(places(RULE, VPC, "'Orchestrator':{'Slurm':{'AccountingDatabase':{}}}"))
                .isEmpty();
    }

    @Test
    void doesNotSeeNetworksOfGroups() {
        assertThat(
                        places(
                                RULE,
                                groups("{'OverrideVpcConfig':{}}"),
                                "'Orchestrator':{'Slurm':{'AccountingDatabase':{}}}"))
                .containsExactly("/VpcConfig");
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(places(RULE, "'Orchestrator':{'Slurm':{'AccountingDatabase':[]}}")).isEmpty();
        assertThat(
                        places(
                                RULE,
                                "'VpcConfig':1",
                                "'Orchestrator':{'Slurm':{'AccountingDatabase':{}}}"))
                .isEmpty();
    }
}
