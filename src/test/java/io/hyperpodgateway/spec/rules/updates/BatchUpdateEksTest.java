package io.hyperpodgateway.spec.rules.updates;

import static io.hyperpodgateway.spec.rules.RuleProbe.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.spec.rules.Rule;

import org.junit.jupiter.api.Test;

class BatchUpdateEksTest {

    private static final Rule RULE = new BatchUpdateEks();

    @Test
    void warnsOnSlurm() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'ScheduledUpdateConfig':{'DeploymentConfig':{'RollingUpdatePolicy':{}}}}]}"))
                .containsExactly(
                        "/InstanceGroups/0/ScheduledUpdateConfig/DeploymentConfig/RollingUpdatePolicy");
        assertThat(
                        places(
                                RULE,
                                "{'Orchestrator':{'Slurm':{}},'InstanceGroups':[{'ScheduledUpdateConfig':{'DeploymentConfig':{'RollingUpdatePolicy':{}}}}]}"))
                .containsExactly(
                        "/InstanceGroups/0/ScheduledUpdateConfig/DeploymentConfig/RollingUpdatePolicy");
    }

    @Test
    void takesItOnEks() {
        assertThat(
                        places(
                                RULE,
                                "{'Orchestrator':{'Eks':{}},'InstanceGroups':[{'ScheduledUpdateConfig':{'DeploymentConfig':{'RollingUpdatePolicy':{}}}}]}"))
                .isEmpty();
    }

    @Test
    void takesOtherPartsOfADeploymentAnywhere() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'ScheduledUpdateConfig':{'DeploymentConfig':{'WaitIntervalInSeconds':0}}}]}"))
                .isEmpty();
    }

    @Test
    void keepsQuietWhereTheOrchestratorIsNotSettled() {
        assertThat(
                        places(
                                RULE,
                                "{'Orchestrator':{'Eks':{},'Slurm':{}},'InstanceGroups':[{'ScheduledUpdateConfig':{'DeploymentConfig':{'RollingUpdatePolicy':{}}}}]}"))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                "{'Orchestrator':{},'InstanceGroups':[{'ScheduledUpdateConfig':{'DeploymentConfig':{'RollingUpdatePolicy':{}}}}]}"))
                .isEmpty();
    }

    @Test
    void doesNotSeePatches() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'AutoPatchConfig':{'DeploymentConfig':{'RollingUpdatePolicy':{}}}}]}"))
                .isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(
                        places(
                                RULE,
                                "{'InstanceGroups':[{'ScheduledUpdateConfig':{'DeploymentConfig':{'RollingUpdatePolicy':1}}},{'ScheduledUpdateConfig':[]}]}"))
                .isEmpty();
    }
}
