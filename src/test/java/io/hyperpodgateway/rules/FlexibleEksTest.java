package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.SpecDocuments.request;
import static io.hyperpodgateway.rules.SpecDocuments.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class FlexibleEksTest {

    @Test
    void warnsOfFlexibleGroupsOnSlurm() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceRequirements':{'InstanceTypes':['a']}},{},{"
                                        + "'InstanceRequirements':{'InstanceTypes':['a']}}]}"))
                .containsExactly(
                        "flexible-eks /InstanceGroups/0/InstanceRequirements",
                        "flexible-eks /InstanceGroups/2/InstanceRequirements");
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceRequirements':{'InstanceTypes':['a']}}],"
                                        + "'Orchestrator':{'Slurm':{}}}"))
                .containsExactly("flexible-eks /InstanceGroups/0/InstanceRequirements");
    }

    @Test
    void takesThemOnEks() {
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceRequirements':{'InstanceTypes':['a']}}],"
                                        + "'Orchestrator':{'Eks':{}}}"))
                .isEmpty();
    }

    @Test
    void takesOtherGroupsAnywhere() {
        assertThat(check("{'InstanceGroups':[{'InstanceType':'a'}]}")).isEmpty();
    }

    @Test
    void passesOverWhatTheShapeCheckTells() {
        assertThat(check("{'InstanceGroups':[7,{'InstanceRequirements':7}]}")).isEmpty();
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceRequirements':{'InstanceTypes':['a']}}],"
                                        + "'Orchestrator':7}"))
                .isEmpty();
        assertThat(
                        check(
                                "{'InstanceGroups':[{'InstanceRequirements':{'InstanceTypes':['a']}}],"
                                        + "'Orchestrator':{'Eks':{},'Slurm':{}}}"))
                .isEmpty();
    }

    private static List<String> check(String document) {
        return summaries(rule("flexible-eks").check(request(document)).toList());
    }
}
