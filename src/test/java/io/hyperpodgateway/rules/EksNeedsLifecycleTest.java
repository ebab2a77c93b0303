package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.EKS;
import static io.hyperpodgateway.rules.RuleProbe.EKS_AND_SLURM;
import static io.hyperpodgateway.rules.RuleProbe.NEITHER;
import static io.hyperpodgateway.rules.RuleProbe.SLURM;
import static io.hyperpodgateway.rules.RuleProbe.groups;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.restrictedGroups;
import static io.hyperpodgateway.rules.RuleProbe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EksNeedsLifecycleTest {

    private static final Rule RULE = rule("eks-needs-lifecycle");
    private static final String AT = "/InstanceGroups/0/LifeCycleConfig";

    @Test
    void refusesEachGroupWithout() {
        assertThat(places(RULE, EKS, groups("{}", "{'InstanceCount':0}")))
                .containsExactly(AT, "/InstanceGroups/1/LifeCycleConfig");
    }

    @Test
    void wantsOnCreate() {
        assertThat(places(RULE, EKS, groups("{'LifeCycleConfig':{'SourceS3Uri':'s3://a'}}")))
                .containsExactly(AT + "/OnCreate");
        assertThat(
                        places(
                                RULE,
                                EKS,
                                groups(
                                        "{'LifeCycleConfig':{'SourceS3Uri':'s3://a','OnInitComplete':'a.sh'}}")))
                .containsExactly(AT + "/OnCreate");
    }

    @Test
    void reportsOnceWhatIsIncomplete() {
        assertThat(places(RULE, EKS, groups("{'LifeCycleConfig':{}}"))).isEmpty();
        assertThat(places(RULE, EKS, groups("{'LifeCycleConfig':{'OnCreate':'a.sh'}}"))).isEmpty();
        assertThat(places(RULE, EKS, groups("{'LifeCycleConfig':{'Script':'a.sh'}}")))
                .containsExactly(AT + "/OnCreate", AT + "/SourceS3Uri");
    }

    @Test
    void takesGroupsThatHaveIt() {
        assertThat(
                        places(
                                RULE,
                                EKS,
                                groups(
                                        "{'LifeCycleConfig':{'SourceS3Uri':'s3://a','OnCreate':'a.sh'}}")))
                .isEmpty();
    }

    @Test
    void asksNothingOfSlurmNorOfRestrictedGroups() {
        assertThat(places(RULE, groups("{}"))).isEmpty();
        assertThat(places(RULE, SLURM, groups("{}"))).isEmpty();
        assertThat(places(RULE, EKS_AND_SLURM, groups("{}"))).isEmpty();
        assertThat(places(RULE, NEITHER, groups("{}"))).isEmpty();
        assertThat(places(RULE, EKS, restrictedGroups("{}"))).isEmpty();
    }

    @Test
    void passesOverWhatTheShapeCheckReports() {
        assertThat(places(RULE, EKS, groups("7", "{'LifeCycleConfig':7}"))).isEmpty();
    }
}
