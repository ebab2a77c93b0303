package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.SpecDocuments.request;
import static io.hyperpodgateway.rules.SpecDocuments.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class TaintsUniqueTest {

    @Test
    void warnsOfEveryRepetitionOfKeyAndEffect() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'KubernetesConfig':{'Taints':[{'Key':'a',"
                                        + "'Value':'1','Effect':'e'},{'Key':'a','Value':'2','Effect':'e'},{"
                                        + "'Key':'a','Effect':'e'}]}}]}"))
                .containsExactly(
                        "taints-unique /InstanceGroups/0/KubernetesConfig/Taints/1",
                        "taints-unique /InstanceGroups/0/KubernetesConfig/Taints/2");
    }

    @Test
    void takesAKeyWithAnotherEffect() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'KubernetesConfig':{'Taints':[{'Key':'a',"
                                        + "'Effect':'e'},{'Key':'a','Effect':'f'},{'Key':'b','Effect':'e'}]}}]}"))
                .isEmpty();
    }

    @Test
    void takesTheSameInAnotherGroup() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'KubernetesConfig':{'Taints':[{'Key':'a',"
                                        + "'Effect':'e'}]}},{'KubernetesConfig':{'Taints':[{'Key':'a',"
                                        + "'Effect':'e'}]}}]}"))
                .isEmpty();
    }

    @Test
    void passesOverWhatTheShapeCheckTells() {
        assertThat(
                        check(
                                "{'InstanceGroups':[7,{'KubernetesConfig':{'Taints':7}},{"
                                        + "'KubernetesConfig':{'Taints':[{'Key':'a'},{'Key':'a'},7,7,{'Key':7,"
                                        + "'Effect':'e'},{'Key':7,'Effect':'e'}]}}]}"))
                .isEmpty();
    }

    private static List<String> check(String document) {
        return summaries(rule("taints-unique").check(request(document)).toList());
    }
}
