package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.EKS;
import static io.hyperpodgateway.rules.RuleProbe.groups;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LifecycleScriptTest {

    private static final Rule RULE = rule("lifecycle-script");
    private static final String SOURCE = "{'LifeCycleConfig':{'SourceS3Uri':'s3://a/b'}}";

    @Test
    void warnsOfASourceWithoutScript() {
        assertThat(places(RULE, groups(SOURCE)))
                .containsExactly("/InstanceGroups/0/LifeCycleConfig/OnCreate");
    }

    @Test
    void takesEitherScript() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'LifeCycleConfig':{'SourceS3Uri':'s3://a','OnCreate':'a.sh'}}",
                                        "{'LifeCycleConfig':{'SourceS3Uri':'s3://a','OnInitComplete':'a.sh'}}")))
                .isEmpty();
    }

    @Test
    void leavesEksAndEmptyConfigurationsToTheErrors() {
        assertThat(places(RULE, EKS, groups(SOURCE))).isEmpty();
        assertThat(places(RULE, groups("{'LifeCycleConfig':{}}", "{'LifeCycleConfig':7}")))
                .isEmpty();
    }
}
