package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.SpecDocuments.request;
import static io.hyperpodgateway.rules.SpecDocuments.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class DeepChecksNoTaintsTest {

    @Test
    void refusesChecksOfTaintedNodes() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'OnStartDeepHealthChecks':['InstanceStress'],"
                                        + "'KubernetesConfig':{'Taints':[{'Key':'k','Effect':'NoSchedule'}]}}]}"))
                .containsExactly("deep-checks-no-taints /InstanceGroups/0/OnStartDeepHealthChecks");
    }

    @Test
    void takesEitherAlone() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'OnStartDeepHealthChecks':['InstanceStress']},{"
                                        + "'KubernetesConfig':{'Taints':[{'Key':'k','Effect':'NoSchedule'}]}}]}"))
                .isEmpty();
        assertThat(
                        check(
                                "{'InstanceGroups':[{'OnStartDeepHealthChecks':['InstanceStress'],"
                                        + "'KubernetesConfig':{'Labels':{'a':'b'}}}]}"))
                .isEmpty();
    }

    @Test
    void takesEmptyLists() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'OnStartDeepHealthChecks':['InstanceStress'],"
                                        + "'KubernetesConfig':{'Taints':[]}}]}"))
                .isEmpty();
        assertThat(
                        check(
                                "{'InstanceGroups':[{'OnStartDeepHealthChecks':[],'KubernetesConfig':{"
                                        + "'Taints':[{'Key':'k','Effect':'NoSchedule'}]}}]}"))
                .isEmpty();
    }

    @Test
    void passesOverWhatTheShapeCheckTells() {
        assertThat(
                        check(
                                "{'InstanceGroups':[7,{'OnStartDeepHealthChecks':['InstanceStress'],"
                                        + "'KubernetesConfig':7},{'OnStartDeepHealthChecks':['InstanceStress'],"
                                        + "'KubernetesConfig':{'Taints':[7]}},{'OnStartDeepHealthChecks':7,"
                                        + "'KubernetesConfig':{'Taints':[{'Key':'k','Effect':'NoSchedule'}]}}]}"))
                .isEmpty();
    }

    private static List<String> check(String document) {
        return summaries(rule("deep-checks-no-taints").check(request(document)).toList());
    }
}
