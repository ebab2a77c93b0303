package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.EKS;
import static io.hyperpodgateway.rules.RuleProbe.NEITHER;
import static io.hyperpodgateway.rules.RuleProbe.groups;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.restrictedGroups;
import static io.hyperpodgateway.rules.RuleProbe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LifecycleSlurmTest {

    private static final Rule RULE = rule("lifecycle-slurm");

    @Test
    void warnsWhereNobodyTellsTheNodesWhatTheyAre() {
        assertThat(places(RULE, groups("{}", "{'LifeCycleConfig':{}}", "{}")))
                .containsExactly(
                        "/InstanceGroups/0/LifeCycleConfig", "/InstanceGroups/2/LifeCycleConfig");
    }

    @Test
    void takesEitherOfTheTwo() {
        assertThat(places(RULE, groups("{'LifeCycleConfig':{}}", "{'SlurmConfig':{}}"))).isEmpty();
    }

    @Test
    void looksAtPresenceAlone() {
        assertThat(places(RULE, groups("{'LifeCycleConfig':1}", "{'SlurmConfig':null}"))).isEmpty();
    }

    @Test
    void leavesOtherOrchestratorsAndRestrictedGroupsAlone() {
        assertThat(places(RULE, EKS, groups("{}"))).isEmpty();
        assertThat(places(RULE, NEITHER, groups("{}"))).isEmpty();
        assertThat(places(RULE, restrictedGroups("{}"))).isEmpty();
    }
}
