package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.CONTINUOUS;
import static io.hyperpodgateway.rules.RuleProbe.EKS;
import static io.hyperpodgateway.rules.RuleProbe.SLURM;
import static io.hyperpodgateway.rules.RuleProbe.groups;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.restrictedGroups;
import static io.hyperpodgateway.rules.RuleProbe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContinuousSlurmConfigTest {

    private static final Rule RULE = rule("continuous-slurm-config");

    @Test
    void wantsEveryGroupToSayWhatItIs() {
        assertThat(
                        places(
                                RULE,
                                CONTINUOUS,
                                groups("{}", "{'SlurmConfig':{'NodeType':'Login'}}", "{}")))
                .containsExactly("/InstanceGroups/0/SlurmConfig", "/InstanceGroups/2/SlurmConfig");
        assertThat(places(RULE, CONTINUOUS, SLURM, groups("{}")))
                .containsExactly("/InstanceGroups/0/SlurmConfig");
    }

    @Test
    void asksNothingWhereProvisioningIsNotContinuousOrSlurmIsNotThere() {
        assertThat(places(RULE, groups("{}"))).isEmpty();
        assertThat(places(RULE, CONTINUOUS, EKS, groups("{}"))).isEmpty();
        assertThat(places(RULE, "'NodeProvisioningMode':'continuous'", groups("{}"))).isEmpty();
    }

    @Test
    void looksAtPresenceAlone() {
        assertThat(places(RULE, CONTINUOUS, groups("{'SlurmConfig':{}}", "{'SlurmConfig':7}")))
                .isEmpty();
    }

    @Test
    void doesNotSeeRestrictedGroupsWhichKnowNoSlurm() {
        assertThat(places(RULE, CONTINUOUS, restrictedGroups("{}"))).isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        assertThat(places(RULE, CONTINUOUS, groups("1", "null", "'x'"))).isEmpty();
        assertThat(places(RULE, "'NodeProvisioningMode':1", groups("{}"))).isEmpty();
    }
}
