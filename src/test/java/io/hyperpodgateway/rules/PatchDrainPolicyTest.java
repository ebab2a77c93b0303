package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.EKS;
import static io.hyperpodgateway.rules.RuleProbe.groups;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatchDrainPolicyTest {

    private static final Rule RULE = rule("patch-drain-policy");

    @Test
    void refusesItWhereNothingIsDrained() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'AutoPatchConfig':{'PatchingStrategy':'WhenIdle','DrainPolicy':{}}}")))
                .containsExactly("/InstanceGroups/0/AutoPatchConfig/DrainPolicy");
        assertThat(
                        places(
                                RULE,
                                EKS,
                                groups(
                                        "{'AutoPatchConfig':{'PatchingStrategy':'WhenAllIdle','DrainPolicy':{}}}")))
                .containsExactly("/InstanceGroups/0/AutoPatchConfig/DrainPolicy");
    }

    @Test
    void takesItWithDrainFirst() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'AutoPatchConfig':{'PatchingStrategy':'DrainFirst','DrainPolicy':{}}}")))
                .isEmpty();
    }

    @Test
    void asksNothingWithoutIt() {
        assertThat(places(RULE, groups("{'AutoPatchConfig':{'PatchingStrategy':'WhenIdle'}}")))
                .isEmpty();
    }

    @Test
    void doesNotJudgeStrategiesItDoesNotKnow() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'AutoPatchConfig':{'PatchingStrategy':'NextYears','DrainPolicy':{}}}")))
                .isEmpty();
        assertThat(places(RULE, groups("{'AutoPatchConfig':{'X':0,'DrainPolicy':{}}}"))).isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'AutoPatchConfig':{'PatchingStrategy':'WhenIdle','DrainPolicy':1}}")))
                .isEmpty();
        assertThat(
                        places(
                                RULE,
                                groups(
                                        "{'AutoPatchConfig':{'PatchingStrategy':1,'DrainPolicy':{}}}")))
                .isEmpty();
    }
}
