package io.hyperpodgateway.spec.rules.slurm;

import static io.hyperpodgateway.spec.rules.RuleProbe.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.spec.rules.Rule;

import org.junit.jupiter.api.Test;

class ContinuousSlurmConfigTest {

    private static final Rule RULE = new ContinuousSlurmConfig();

    @Test
    void wantsEveryGroupToSayWhatItIs() {
        assertThat(
                        places(
                                RULE,
                                "{'NodeProvisioningMode':'Continuous','InstanceGroups':[{},{'SlurmConfig':{'NodeType':'Login'}},{}]}"))
                .containsExactly("/InstanceGroups/0/SlurmConfig", "/InstanceGroups/2/SlurmConfig");
        assertThat(
                        places(
                                RULE,
                                "{'NodeProvisioningMode':'Continuous','Orchestrator':{'Slurm':{}},'InstanceGroups':[{}]}"))
                .containsExactly("/InstanceGroups/0/SlurmConfig");
    }

    @Test
    void asksNothingWhereProvisioningIsNotContinuousOrSlurmIsNotThere() {
        assertThat(places(RULE, "{'InstanceGroups':[{}]}")).isEmpty();
        assertThat(
                        places(
                                RULE,
                                "{'NodeProvisioningMode':'Continuous','Orchestrator':{'Eks':{}},'InstanceGroups':[{}]}"))
                .isEmpty();
        assertThat(places(RULE, "{'NodeProvisioningMode':'continuous','InstanceGroups':[{}]}"))
                .isEmpty();
    }

    @Test
    void looksAtPresenceAlone() {
        assertThat(
                        places(
                                RULE,
                                "{'NodeProvisioningMode':'Continuous','InstanceGroups':[{'SlurmConfig':{}},{'SlurmConfig':7}]}"))
                .isEmpty();
    }

    @Test
    void doesNotSeeRestrictedGroupsWhichKnowNoSlurm() {
        assertThat(
                        places(
                                RULE,
                                "{'NodeProvisioningMode':'Continuous','RestrictedInstanceGroups':[{}]}"))
                .isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(
                        places(
                                RULE,
                                "{'NodeProvisioningMode':'Continuous','InstanceGroups':[1,null,'x']}"))
                .isEmpty();
        assertThat(places(RULE, "{'NodeProvisioningMode':1,'InstanceGroups':[{}]}")).isEmpty();
    }
}
