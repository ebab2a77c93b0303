package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.SpecDocuments.request;
import static io.hyperpodgateway.rules.SpecDocuments.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class SpotNeedsContinuousTest {

    @Test
    void wantsContinuousProvisioningOnceForAllGroups() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{},{'CapacityRequirements':{'Spot':{}}},{"
                                        + "'CapacityRequirements':{'Spot':{}}}]}"))
                .containsExactly("spot-needs-continuous /NodeProvisioningMode");
    }

    @Test
    void takesSpotOnAContinuousCluster() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'CapacityRequirements':{'Spot':{}}}],"
                                        + "'NodeProvisioningMode':'Continuous'}"))
                .isEmpty();
    }

    @Test
    void takesOtherCapacityAnywhere() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'CapacityRequirements':{'OnDemand':{}}},{"
                                        + "'CapacityRequirements':{}}]}"))
                .isEmpty();
    }

    @Test
    void countsAMemberThatHasNoUsableValue() {
        assertThat(check("{'InstanceGroups':[{'CapacityRequirements':{'Spot':true}}]}"))
                .containsExactly("spot-needs-continuous /NodeProvisioningMode");
    }

    @Test
    void passesOverWhatTheShapeCheckTells() {
        assertThat(check("{'InstanceGroups':[7,{'CapacityRequirements':'Spot'}]}")).isEmpty();
        assertThat(
                        check(
                                "{'InstanceGroups':[{'CapacityRequirements':{'Spot':{}}}],"
                                        + "'NodeProvisioningMode':7}"))
                .isEmpty();
    }

    private static List<String> check(String document) {
        return summaries(rule("spot-needs-continuous").check(request(document)).toList());
    }
}
