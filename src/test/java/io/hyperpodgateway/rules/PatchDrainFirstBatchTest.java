package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.EKS;
import static io.hyperpodgateway.rules.RuleProbe.groups;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatchDrainFirstBatchTest {

    private static final Rule RULE = rule("patch-drain-first-batch");
    private static final String AT =
            "/InstanceGroups/0/AutoPatchConfig/DeploymentConfig/RollingUpdatePolicy";

    @Test
    void wantsTheSizeOfABatch() {
        assertThat(places(RULE, groups("{'AutoPatchConfig':{'PatchingStrategy':'DrainFirst'}}")))
                .containsExactly(AT + "/MaximumBatchSize");
        assertThat(
                        places(
                                RULE,
                                EKS,
                                groups(
                                        "{'AutoPatchConfig':{'PatchingStrategy':'DrainFirst','DeploymentConfig':{}}}")))
                .containsExactly(AT + "/MaximumBatchSize");
    }

    @Test
    void takesAPolicy() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'AutoPatchConfig':{'PatchingStrategy':'DrainFirst','DeploymentConfig':{'RollingUpdatePolicy':{'MaximumBatchSize':{}}}}}")))
                .isEmpty();
    }

    @Test
    void leavesAPolicyWithoutItToTheShapeCheck() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'AutoPatchConfig':{'PatchingStrategy':'DrainFirst','DeploymentConfig':{'RollingUpdatePolicy':{}}}}")))
                .isEmpty();
    }

    @Test
    void asksNothingOfOtherStrategies() {
        assertThat(places(RULE, groups("{'AutoPatchConfig':{'PatchingStrategy':'WhenIdle'}}")))
                .isEmpty();
        assertThat(places(RULE, groups("{'AutoPatchConfig':{'PatchingStrategy':'WhenAllIdle'}}")))
                .isEmpty();
        assertThat(places(RULE, groups("{'AutoPatchConfig':{'X':0}}"))).isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'AutoPatchConfig':{'PatchingStrategy':'DrainFirst','DeploymentConfig':1}}")))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'AutoPatchConfig':{'PatchingStrategy':'DrainFirst','DeploymentConfig':{'RollingUpdatePolicy':null}}}")))
                .isEmpty();
    }
}
