package io.hyperpodgateway.spec.rules.updates;

import static io.hyperpodgateway.spec.rules.RuleProbe.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.spec.rules.Rule;

import org.junit.jupiter.api.Test;

class PatchDrainFirstBatchTest {

    private static final Rule RULE = new PatchDrainFirstBatch();

    @Test
    void wantsTheSizeOfABatch() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'AutoPatchConfig':{'PatchingStrategy':'DrainFirst'}}]}"))
                .containsExactly(
                        "/InstanceGroups/0/AutoPatchConfig/DeploymentConfig/RollingUpdatePolicy/MaximumBatchSize");
        assertThat(
                        places(
                                RULE,
                                "{'Orchestrator':{'Eks':{}},'InstanceGroups':[{'AutoPatchConfig':{'PatchingStrategy':'DrainFirst','DeploymentConfig':{}}}]}"))
                .containsExactly(
                        "/InstanceGroups/0/AutoPatchConfig/DeploymentConfig/RollingUpdatePolicy/MaximumBatchSize");
    }

    @Test
    void takesAPolicy() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'AutoPatchConfig':{'PatchingStrategy':'DrainFirst','DeploymentConfig':{'RollingUpdatePolicy':{'MaximumBatchSize':{}}}}}]}"))
                .isEmpty();
    }

    @Test
    void leavesAPolicyWithoutItToTheShapeCheck() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'AutoPatchConfig':{'PatchingStrategy':'DrainFirst','DeploymentConfig':{'RollingUpdatePolicy':{}}}}]}"))
                .isEmpty();
    }

    @Test
    void asksNothingOfOtherStrategies() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'AutoPatchConfig':{'PatchingStrategy':'WhenIdle'}}]}"))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'AutoPatchConfig':{'PatchingStrategy':'WhenAllIdle'}}]}"))
                .isEmpty();
        assertThat(places(RULE, "{'InstanceGroups':[{'AutoPatchConfig':{'X':0}}]}")).isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'AutoPatchConfig':{'PatchingStrategy':'DrainFirst','DeploymentConfig':1}}]}"))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'AutoPatchConfig':{'PatchingStrategy':'DrainFirst','DeploymentConfig':{'RollingUpdatePolicy':null}}}]}"))
                .isEmpty();
    }
}
