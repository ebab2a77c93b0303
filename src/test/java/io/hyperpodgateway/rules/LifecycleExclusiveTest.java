package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.EKS;
import static io.hyperpodgateway.rules.RuleProbe.fixes;
import static io.hyperpodgateway.rules.RuleProbe.groups;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LifecycleExclusiveTest {

    private static final Rule RULE = rule("lifecycle-exclusive");
    private static final String BOTH =
            "{'LifeCycleConfig':{'SourceS3Uri':'s3://a','OnCreate':'a.sh','OnInitComplete':'b.sh'}}";

    @Test
    void refusesBothScripts() {
        assertThat(places(RULE, groups("{}", BOTH)))
                .containsExactly("/InstanceGroups/1/LifeCycleConfig");
        assertThat(places(RULE, EKS, groups(BOTH)))
                .containsExactly("/InstanceGroups/0/LifeCycleConfig");
        assertThat(places(RULE, groups("{'LifeCycleConfig':{'OnCreate':7,'OnInitComplete':''}}")))
                .containsExactly("/InstanceGroups/0/LifeCycleConfig");
    }

    @Test
    void leavesTheChoiceToTheCaller() {
        assertThat(fixes(RULE, groups(BOTH))).isEmpty();
    }

    @Test
    void takesOneScriptAndEachInAnotherGroup() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'LifeCycleConfig':{'OnCreate':'a.sh'}}",
                                        "{'LifeCycleConfig':{'OnInitComplete':'a.sh'}}",
                                        "{'LifeCycleConfig':{}}",
                                        "{'LifeCycleConfig':7}",
                                        "{'OnCreate':'a.sh','OnInitComplete':'b.sh'}")))
                .isEmpty();
    }
}
