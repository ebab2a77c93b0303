package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.CONTINUOUS;
import static io.hyperpodgateway.rules.RuleProbe.EKS;
import static io.hyperpodgateway.rules.RuleProbe.groups;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.restrictedGroups;
import static io.hyperpodgateway.rules.RuleProbe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RestrictedProvisioningTest {

    private static final Rule RULE = rule("restricted-provisioning");
    private static final String RESTRICTED = restrictedGroups("{}", "{}");

    @Test
    void warnsOfContinuousProvisioning() {
        assertThat(places(RULE, EKS, CONTINUOUS, RESTRICTED))
                .containsExactly("/NodeProvisioningMode");
    }

    @Test
    void warnsOfOtherGroups() {
        assertThat(places(RULE, EKS, groups("{}"), RESTRICTED)).containsExactly("/InstanceGroups");
        assertThat(places(RULE, EKS, CONTINUOUS, groups("{}"), RESTRICTED))
                .containsExactly("/NodeProvisioningMode", "/InstanceGroups");
    }

    @Test
    void takesRestrictedGroupsByThemselves() {
        assertThat(places(RULE, EKS, RESTRICTED)).isEmpty();
        assertThat(places(RULE, EKS, groups(), RESTRICTED)).isEmpty();
        assertThat(places(RULE, EKS, "'NodeProvisioningMode':7", RESTRICTED)).isEmpty();
    }

    @Test
    void asksNothingWithoutRestrictedGroups() {
        assertThat(places(RULE, EKS, CONTINUOUS, groups("{}"))).isEmpty();
        assertThat(places(RULE, EKS, CONTINUOUS, groups("{}"), restrictedGroups())).isEmpty();
    }
}
