package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.EKS;
import static io.hyperpodgateway.rules.RuleProbe.EKS_AND_SLURM;
import static io.hyperpodgateway.rules.RuleProbe.SLURM;
import static io.hyperpodgateway.rules.RuleProbe.fixes;
import static io.hyperpodgateway.rules.RuleProbe.groups;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.restrictedGroups;
import static io.hyperpodgateway.rules.RuleProbe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.Level;

import org.junit.jupiter.api.Test;

class LifecycleCompleteTest {

    private static final Rule RULE = rule("lifecycle-complete");
    private static final String AT = "/InstanceGroups/0/LifeCycleConfig";
    private static final String EMPTY = groups("{'LifeCycleConfig':{}}");

    @Test
    void refusesScriptsWithoutSource() {
        assertThat(places(RULE, groups("{'LifeCycleConfig':{'OnCreate':'a.sh'}}")))
                .containsExactly(AT + "/SourceS3Uri");
        assertThat(places(RULE, EKS, groups("{'LifeCycleConfig':{'OnInitComplete':'a.sh'}}")))
                .containsExactly(AT + "/SourceS3Uri");
        assertThat(RULE.id().level()).isEqualTo(Level.ERROR);
    }

    @Test
    void refusesWhatIsEmpty() {
        assertThat(places(RULE, EMPTY)).containsExactly(AT);
        assertThat(places(RULE, EKS, EMPTY)).containsExactly(AT);
        assertThat(places(RULE, EKS_AND_SLURM, EMPTY)).containsExactly(AT);
    }

    @Test
    void leavesOutWhatIsEmptyWhereSlurmDoesWithout() {
        assertThat(fixes(RULE, EMPTY)).containsExactly("remove " + AT);
        assertThat(fixes(RULE, SLURM, EMPTY)).containsExactly("remove " + AT);
        assertThat(fixes(RULE, EKS, EMPTY)).isEmpty();
        assertThat(fixes(RULE, EKS_AND_SLURM, EMPTY)).isEmpty();
    }

    @Test
    void takesWhatIsComplete() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'LifeCycleConfig':{'SourceS3Uri':'s3://a','OnCreate':'a.sh'}}",
                                        "{'LifeCycleConfig':{'SourceS3Uri':'s3://a','OnInitComplete':'a.sh'}}",
                                        "{'LifeCycleConfig':{'SourceS3Uri':'s3://a'}}",
                                        "{}")))
                .isEmpty();
    }

    @Test
    void refusesInEachGroup() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'LifeCycleConfig':{}}",
                                        "{'LifeCycleConfig':{'OnCreate':'a.sh'}}")))
                .containsExactly(AT, "/InstanceGroups/1/LifeCycleConfig/SourceS3Uri");
    }

    @Test
    void passesOverWhatTheShapeCheckReports() {
        assertThat(places(RULE, groups("7", "{'LifeCycleConfig':7}", "{'LifeCycleConfig':null}")))
                .isEmpty();
        assertThat(places(RULE, groups("{'LifeCycleConfig':{'Script':'a.sh'}}"))).isEmpty();
        assertThat(places(RULE, groups("{'LifeCycleConfig':{'SourceS3Uri':7,'OnCreate':null}}")))
                .isEmpty();
        assertThat(places(RULE, restrictedGroups("{'LifeCycleConfig':{}}"))).isEmpty();
    }
}
