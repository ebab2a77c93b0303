package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.groups;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatchDeploymentConfigTest {

    private static final Rule RULE = rule("patch-deployment-config");

    @Test
    void warnsWhereThereAreNoBatches() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'AutoPatchConfig':{'PatchingStrategy':'WhenIdle','DeploymentConfig':{}}}")))
                .containsExactly("/InstanceGroups/0/AutoPatchConfig/DeploymentConfig");
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'AutoPatchConfig':{'PatchingStrategy':'WhenAllIdle','DeploymentConfig':{}}}")))
                .containsExactly("/InstanceGroups/0/AutoPatchConfig/DeploymentConfig");
    }

    @Test
    void takesItWithDrainFirst() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'AutoPatchConfig':{'PatchingStrategy':'DrainFirst','DeploymentConfig':{}}}")))
                .isEmpty();
    }

    @Test
    void asksNothingWithoutIt() {
        assertThat(places(RULE, groups("{'AutoPatchConfig':{'PatchingStrategy':'WhenIdle'}}")))
                .isEmpty();
    }

    @Test
    void doesNotJudgeStrategiesItDoesNotKnow() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'AutoPatchConfig':{'PatchingStrategy':'NextYears','DeploymentConfig':{}}}")))
                .isEmpty();
        assertThat(places(RULE, groups("{'AutoPatchConfig':{'X':0,'DeploymentConfig':{}}}")))
                .isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'AutoPatchConfig':{'PatchingStrategy':'WhenIdle','DeploymentConfig':'x'}}")))
                .isEmpty();
        assertThat(places(RULE, groups("{'AutoPatchConfig':1}"))).isEmpty();
    }
}
