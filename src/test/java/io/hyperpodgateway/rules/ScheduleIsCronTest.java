package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.groups;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.restrictedGroups;
import static io.hyperpodgateway.rules.RuleProbe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleIsCronTest {

    private static final Rule RULE = rule("schedule-is-cron");

    @Test
    void boundsPercentages() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'InstanceCount':4,'ScheduledUpdateConfig':{'DeploymentConfig':{'RollingUpdatePolicy':{'MaximumBatchSize':{'Type':'CAPACITY_PERCENTAGE','Value':101}}}}}")))
                .containsExactly(
                        "/InstanceGroups/0/ScheduledUpdateConfig/DeploymentConfig/RollingUpdatePolicy/MaximumBatchSize/Value");
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'InstanceCount':4,'ScheduledUpdateConfig':{'DeploymentConfig':{'RollingUpdatePolicy':{'MaximumBatchSize':{'Type':'CAPACITY_PERCENTAGE','Value':100}}}}}")))
                .isEmpty();
    }

    @Test
    void boundsCountsByTheGroup() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'InstanceCount':4,'ScheduledUpdateConfig':{'DeploymentConfig':{'RollingUpdatePolicy':{'MaximumBatchSize':{'Type':'INSTANCE_COUNT','Value':5}}}}}")))
                .containsExactly(
                        "/InstanceGroups/0/ScheduledUpdateConfig/DeploymentConfig/RollingUpdatePolicy/MaximumBatchSize/Value");
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'InstanceCount':4,'ScheduledUpdateConfig':{'DeploymentConfig':{'RollingUpdatePolicy':{'MaximumBatchSize':{'Type':'INSTANCE_COUNT','Value':4}}}}}")))
                .isEmpty();
    }

    @Test
    void boundsEveryBatchOfAGroup() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'InstanceCount':4,'ScheduledUpdateConfig':{'DeploymentConfig':{'RollingUpdatePolicy':{'RollbackMaximumBatchSize':{'Type':'INSTANCE_COUNT','Value':5}}}}}")))
                .containsExactly(
                        "/InstanceGroups/0/ScheduledUpdateConfig/DeploymentConfig/RollingUpdatePolicy/RollbackMaximumBatchSize/Value");
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'InstanceCount':4,'AutoPatchConfig':{'DeploymentConfig':{'RollingUpdatePolicy':{'MaximumBatchSize':{'Type':'CAPACITY_PERCENTAGE','Value':101}}}}}")))
                .containsExactly(
                        "/InstanceGroups/0/AutoPatchConfig/DeploymentConfig/RollingUpdatePolicy/MaximumBatchSize/Value");
    }

    @Test
    void letsAnyCountFitAGroupThatWaitsToGrow() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'InstanceCount':0,'ScheduledUpdateConfig':{'DeploymentConfig':{'RollingUpdatePolicy':{'MaximumBatchSize':{'Type':'INSTANCE_COUNT','Value':5}}}}}")))
                .isEmpty();
    }

    @Test
    void seesRestrictedGroupsToo() {
        assertThat(
                        places(
                                RULE,
                                restrictedGroups(
                                        "{'ScheduledUpdateConfig':{'ScheduleExpression':'x'}}")))
                .containsExactly(
                        "/RestrictedInstanceGroups/0/ScheduledUpdateConfig/ScheduleExpression");
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(places(RULE, groups("{'ScheduledUpdateConfig':{'ScheduleExpression':1}}")))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{}",
                                        "{'ScheduledUpdateConfig':'x'}",
                                        "{'ScheduledUpdateConfig':{}}")))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'InstanceCount':'4','ScheduledUpdateConfig':{'DeploymentConfig':{'RollingUpdatePolicy':{'MaximumBatchSize':{'Type':'INSTANCE_COUNT','Value':5}}}}}")))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'InstanceCount':4,'ScheduledUpdateConfig':{'DeploymentConfig':{'RollingUpdatePolicy':{'MaximumBatchSize':{'Type':'OTHER','Value':5}}}}}")))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'InstanceCount':4,'ScheduledUpdateConfig':{'DeploymentConfig':{'RollingUpdatePolicy':{'MaximumBatchSize':{'Type':1,'Value':'x'}}}}}")))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'InstanceCount':4,'ScheduledUpdateConfig':{'DeploymentConfig':{'RollingUpdatePolicy':{'MaximumBatchSize':[]}}}}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cron(0 3 ? * SUN *)",
                "cron(00 10 15 * ? 2027)",
                "cron(0/15 8-17 ? JAN,MAR MON-FRI 2026-2030)",
                "cron(0 3 L * ? *)",
                "cron(0 3 3W * ? *)",
                "cron(0 3 ? */3 3#2 *)",
                "cron(99 99 99 99 99 99)"
            })
    void takesSixFields(String schedule) {
        assertThat(places(RULE, scheduled(schedule))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 3 ? * SUN *",
                "rate(1 day)",
                "cron(0 3 * * SUN)",
                "cron(0 3 ? * SUN * *)",
                "cron(0  3 ? * SUN *)",
                "cron( 0 3 ? * SUN *)",
                "cron(0 3 ? * SUN *) ",
                "CRON(0 3 ? * SUN *)",
                "cron(0 3 ? * sun *)",
                "cron(? 3 ? * SUN *)",
                "cron(0 3 # * SUN *)",
                "cron()",
                ""
            })
    void warnsOfOtherForms(String schedule) {
        assertThat(places(RULE, scheduled(schedule)))
                .containsExactly("/InstanceGroups/0/ScheduledUpdateConfig/ScheduleExpression");
    }

    @Test
    void answersSoonWhateverIsSent() {
        String schedule = "cron(" + "1,".repeat(100_000);

        assertThat(places(RULE, scheduled(schedule))).hasSize(1);
    }

    private static String scheduled(String schedule) {
        return groups("{'ScheduledUpdateConfig':{'ScheduleExpression':'%s'}}").formatted(schedule);
    }
}
