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

class BatchUpdateEksTest {

    private static final Rule RULE = rule("batch-update-eks");
    private static final String AT = "/InstanceGroups/0/ScheduledUpdateConfig/DeploymentConfig";

    @Test
    void warnsOnSlurm() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'ScheduledUpdateConfig':{'DeploymentConfig':{'RollingUpdatePolicy':{}}}}")))
                .containsExactly(AT + "/RollingUpdatePolicy");
        assertThat(
                        places(
                                RULE,
                                SLURM,
                                groups(
                                        "{'ScheduledUpdateConfig':{'DeploymentConfig':{'RollingUpdatePolicy':{}}}}")))
                .containsExactly(AT + "/RollingUpdatePolicy");
    }

    @Test
    void takesItOnEks() {
        assertThat(
                        places(
                                RULE,
                                EKS,
                                groups(
                                        "{'ScheduledUpdateConfig':{'DeploymentConfig':{'RollingUpdatePolicy':{}}}}")))
                .isEmpty();
    }

    @Test
    void takesOtherPartsOfADeploymentAnywhere() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'ScheduledUpdateConfig':{'DeploymentConfig':{'WaitIntervalInSeconds':0}}}")))
                .isEmpty();
    }

    @Test
    void keepsQuietWhereTheOrchestratorIsNotSettled() {
        assertThat(
                        places(
                                RULE,
                                EKS_AND_SLURM,
                                groups(
                                        "{'ScheduledUpdateConfig':{'DeploymentConfig':{'RollingUpdatePolicy':{}}}}")))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                NEITHER,
                                groups(
                                        "{'ScheduledUpdateConfig':{'DeploymentConfig':{'RollingUpdatePolicy':{}}}}")))
                .isEmpty();
    }

    @Test
    void doesNotSeePatches() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'AutoPatchConfig':{'DeploymentConfig':{'RollingUpdatePolicy':{}}}}")))
                .isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'ScheduledUpdateConfig':{'DeploymentConfig':{'RollingUpdatePolicy':1}}}",
                                        "{'ScheduledUpdateConfig':[]}")))
                .isEmpty();
    }
}
