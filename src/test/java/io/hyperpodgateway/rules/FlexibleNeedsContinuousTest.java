package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.SpecDocuments.request;
import static io.hyperpodgateway.rules.SpecDocuments.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.PatchOperation;
import io.hyperpodgateway.json.JsonPointer;

import org.junit.jupiter.api.Test;

import java.util.List;

class FlexibleNeedsContinuousTest {

    @Test
    void wantsContinuousProvisioningOnceForAllGroups() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceRequirements':{'InstanceTypes':['a','b']}},"
                                        + "{'InstanceRequirements':{'InstanceTypes':['a']}}]}"))
                .containsExactly("flexible-needs-continuous /NodeProvisioningMode");
    }

    @Test
    void refusesEveryRepetitionOfAType() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceRequirements':{'InstanceTypes':['a','b',"
                                        + "'a','a']}}],'NodeProvisioningMode':'Continuous'}"))
                .containsExactly(
                        "flexible-needs-continuous /InstanceGroups/0/InstanceRequirements/InstanceTypes/2",
                        "flexible-needs-continuous /InstanceGroups/0/InstanceRequirements/InstanceTypes/3");
    }

    @Test
    void takesEachTypeOnce() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceRequirements':{'InstanceTypes':['a','b']}},"
                                        + "{'InstanceRequirements':{'InstanceTypes':['a','b']}}],"
                                        + "'NodeProvisioningMode':'Continuous'}"))
                .isEmpty();
        assertThat(check("{'InstanceGroups':[{'InstanceType':'a'}]}")).isEmpty();
    }

    @Test
    void tellsBothAtOnce() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceRequirements':{'InstanceTypes':['a',"
                                        + "'a']}}]}"))
                .containsExactly(
                        "flexible-needs-continuous /NodeProvisioningMode",
                        "flexible-needs-continuous /InstanceGroups/0/InstanceRequirements/InstanceTypes/1");
    }

    @Test
    void doesNotSeeThatTheGroupsOwnTypeIsListed() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceType':'a','InstanceRequirements':{"
                                        + "'InstanceTypes':['a']}}],'NodeProvisioningMode':'Continuous'}"))
                .isEmpty();
    }

    @Test
    void passesOverWhatTheShapeCheckTells() {
        assertThat(
                        check(
                                "{'InstanceGroups':[7,{'InstanceRequirements':7},{"
                                        + "'InstanceRequirements':{'InstanceTypes':[7,7,'null']}}],"
                                        + "'NodeProvisioningMode':'Continuous'}"))
                .isEmpty();
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceRequirements':{'InstanceTypes':'a'}}],"
                                        + "'NodeProvisioningMode':'Continuous'}"))
                .isEmpty();
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceRequirements':{'InstanceTypes':['a']}}],"
                                        + "'NodeProvisioningMode':7}"))
                .isEmpty();
    }

    @Test
    void takesOutARepetitionAtTheEnd() {
        assertThat(
                        rule("flexible-needs-continuous")
                                .check(
                                        request(
                                                "{'InstanceGroups':[{'InstanceRequirements':{'InstanceTypes':['a','b',"
                                                        + "'a']}}],'NodeProvisioningMode':'Continuous'}")))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.fix())
                                .contains(
                                        new PatchOperation.Remove(
                                                JsonPointer.parse(
                                                        "/InstanceGroups/0/InstanceRequirements/InstanceTypes/2"))));
    }

    /// What stands behind would get another place, and a later fix with it.
    @Test
    void takesOutNothingWhereOthersWouldMove() {
        assertThat(
                        fixes(
                                "{'InstanceGroups':[{'InstanceRequirements':{'InstanceTypes':['a','a',"
                                        + "'b']}}],'NodeProvisioningMode':'Continuous'}"))
                .isEmpty();
        assertThat(
                        fixes(
                                "{'InstanceGroups':[{'InstanceRequirements':{'InstanceTypes':['a','a',"
                                        + "'a']}}],'NodeProvisioningMode':'Continuous'}"))
                .isEmpty();
    }

    private static List<PatchOperation> fixes(String document) {
        return rule("flexible-needs-continuous")
                .check(request(document))
                .flatMap(finding -> finding.fix().stream())
                .toList();
    }

    private static List<String> check(String document) {
        return summaries(rule("flexible-needs-continuous").check(request(document)).toList());
    }
}
