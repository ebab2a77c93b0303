package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.fixes;
import static io.hyperpodgateway.rules.RuleProbe.groups;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatchIdleWindowTest {

    private static final Rule RULE = rule("patch-idle-window");

    @Test
    void warnsWhereNobodyWaits() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'AutoPatchConfig':{'PatchingStrategy':'DrainFirst','IdleWaitWindowInSeconds':3600}}")))
                .containsExactly("/InstanceGroups/0/AutoPatchConfig/IdleWaitWindowInSeconds");
    }

    @Test
    void takesItWhereOneWaits() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'AutoPatchConfig':{'PatchingStrategy':'WhenIdle','IdleWaitWindowInSeconds':3600}}")))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'AutoPatchConfig':{'PatchingStrategy':'WhenAllIdle','IdleWaitWindowInSeconds':3600}}")))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'AutoPatchConfig':{'PatchingStrategy':'NextYears','IdleWaitWindowInSeconds':3600}}")))
                .isEmpty();
    }

    @Test
    void asksNothingWithoutIt() {
        assertThat(places(RULE, groups("{'AutoPatchConfig':{'PatchingStrategy':'DrainFirst'}}")))
                .isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'AutoPatchConfig':{'PatchingStrategy':'DrainFirst','IdleWaitWindowInSeconds':'3600'}}")))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'AutoPatchConfig':{'PatchingStrategy':1,'IdleWaitWindowInSeconds':3600}}")))
                .isEmpty();
    }

    @Test
    void takesItOut() {
        assertThat(
                        fixes(
                                RULE,
                                groups(
                                        "{'AutoPatchConfig':{'PatchingStrategy':'DrainFirst','IdleWaitWindowInSeconds':3600}}")))
                .containsExactly(
                        "remove /InstanceGroups/0/AutoPatchConfig/IdleWaitWindowInSeconds");
    }
}
