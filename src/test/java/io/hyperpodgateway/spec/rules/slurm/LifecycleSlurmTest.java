package io.hyperpodgateway.spec.rules.slurm;

import static io.hyperpodgateway.spec.rules.RuleProbe.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.spec.rules.Rule;

import org.junit.jupiter.api.Test;

class LifecycleSlurmTest {

    private static final Rule RULE = new LifecycleSlurm();

    @Test
    void warnsWhereNobodyTellsTheNodesWhatTheyAre() {
        assertThat(places(RULE, "{'InstanceGroups':[{},{'LifeCycleConfig':{}},{}]}"))
                .containsExactly(
                        "/InstanceGroups/0/LifeCycleConfig", "/InstanceGroups/2/LifeCycleConfig");
    }

    @Test
    void takesEitherOfTheTwo() {
        assertThat(places(RULE, "{'InstanceGroups':[{'LifeCycleConfig':{}},{'SlurmConfig':{}}]}"))
                .isEmpty();
    }

    @Test
    void looksAtPresenceAlone() {
        assertThat(places(RULE, "{'InstanceGroups':[{'LifeCycleConfig':1},{'SlurmConfig':null}]}"))
                .isEmpty();
    }

    @Test
    void leavesOtherOrchestratorsAndRestrictedGroupsAlone() {
        assertThat(places(RULE, "{'Orchestrator':{'Eks':{}},'InstanceGroups':[{}]}")).isEmpty();
        assertThat(places(RULE, "{'Orchestrator':{},'InstanceGroups':[{}]}")).isEmpty();
        assertThat(places(RULE, "{'RestrictedInstanceGroups':[{}]}")).isEmpty();
    }
}
