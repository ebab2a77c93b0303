package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.SpecDocuments.request;
import static io.hyperpodgateway.rules.SpecDocuments.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class MinCountTest {

    @Test
    void refusesMoreThanTheGroupAsksFor() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceCount':2,'MinInstanceCount':3}],"
                                        + "'NodeProvisioningMode':'Continuous'}"))
                .containsExactly("min-count /InstanceGroups/0/MinInstanceCount");
    }

    @Test
    void takesAsManyAsTheGroupAsksFor() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceCount':2,'MinInstanceCount':2},{"
                                        + "'InstanceCount':2,'MinInstanceCount':0},{'InstanceCount':2}],"
                                        + "'NodeProvisioningMode':'Continuous'}"))
                .isEmpty();
    }

    @Test
    void wantsContinuousProvisioningOnceForAllGroups() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{},{'InstanceCount':2,'MinInstanceCount':2},{"
                                        + "'InstanceCount':2,'MinInstanceCount':1}]}"))
                .containsExactly("min-count /NodeProvisioningMode");
        assertThat(check("{'InstanceGroups':[{}]}")).isEmpty();
    }

    @Test
    void tellsBothAtOnce() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceCount':2,'MinInstanceCount':3}],"
                                        + "'NodeProvisioningMode':'Off'}"))
                .containsExactly(
                        "min-count /NodeProvisioningMode",
                        "min-count /InstanceGroups/0/MinInstanceCount");
    }

    @Test
    void doesNotSeeRestrictedGroups() {
        assertThat(check("{'RestrictedInstanceGroups':[{'InstanceCount':2,'MinInstanceCount':3}]}"))
                .isEmpty();
    }

    @Test
    void passesOverWhatTheShapeCheckTells() {
        assertThat(
                        check(
                                "{'InstanceGroups':[7,{'InstanceCount':'2','MinInstanceCount':3},{"
                                        + "'MinInstanceCount':3},{'InstanceCount':2,'MinInstanceCount':'3'},{"
                                        + "'InstanceCount':2,'MinInstanceCount':3.0}],'NodeProvisioningMode':7}"))
                .isEmpty();
    }

    private static List<String> check(String document) {
        return summaries(rule("min-count").check(request(document)).toList());
    }

    @Test
    void comparesWithACountBelowZeroToo() {
        String group = "{'InstanceCount':-1,'MinInstanceCount':5}";

        assertThat(
                        RuleProbe.places(
                                RuleProbe.rule("min-count"),
                                RuleProbe.groups(group),
                                RuleProbe.CONTINUOUS))
                .containsExactly("/InstanceGroups/0/MinInstanceCount");
    }
}
