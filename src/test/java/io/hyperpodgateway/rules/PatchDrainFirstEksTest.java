package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.EKS;
import static io.hyperpodgateway.rules.RuleProbe.EKS_AND_SLURM;
import static io.hyperpodgateway.rules.RuleProbe.NEITHER;
import static io.hyperpodgateway.rules.RuleProbe.SLURM;
import static io.hyperpodgateway.rules.RuleProbe.groups;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatchDrainFirstEksTest {

    private static final Rule RULE = rule("patch-drain-first-eks");

    @Test
    void refusesItOnSlurm() {
        assertThat(places(RULE, groups("{'AutoPatchConfig':{'PatchingStrategy':'DrainFirst'}}")))
                .containsExactly("/InstanceGroups/0/AutoPatchConfig/PatchingStrategy");
        assertThat(
                        places(
                                RULE,
                                SLURM,
                                groups("{'AutoPatchConfig':{'PatchingStrategy':'DrainFirst'}}")))
                .containsExactly("/InstanceGroups/0/AutoPatchConfig/PatchingStrategy");
    }

    @Test
    void takesItOnEks() {
        assertThat(
                        places(
                                RULE,
                                EKS,
                                groups("{'AutoPatchConfig':{'PatchingStrategy':'DrainFirst'}}")))
                .isEmpty();
    }

    @Test
    void takesOthersAnywhere() {
        assertThat(places(RULE, groups("{'AutoPatchConfig':{'PatchingStrategy':'WhenIdle'}}")))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                EKS,
                                groups("{'AutoPatchConfig':{'PatchingStrategy':'WhenAllIdle'}}")))
                .isEmpty();
    }

    @Test
    void keepsQuietWhereTheOrchestratorIsNotSettled() {
        assertThat(
                        places(
                                RULE,
                                NEITHER,
                                groups("{'AutoPatchConfig':{'PatchingStrategy':'DrainFirst'}}")))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                EKS_AND_SLURM,
                                groups("{'AutoPatchConfig':{'PatchingStrategy':'DrainFirst'}}")))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                "'Orchestrator':1",
                                groups("{'AutoPatchConfig':{'PatchingStrategy':'DrainFirst'}}")))
                .isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(places(RULE, groups("{'AutoPatchConfig':{'PatchingStrategy':1}}"))).isEmpty();
        assertThat(places(RULE, groups("{'AutoPatchConfig':{'PatchingStrategy':'drainfirst'}}")))
                .isEmpty();
        assertThat(places(RULE, groups("{'AutoPatchConfig':'DrainFirst'}"))).isEmpty();
    }
}
