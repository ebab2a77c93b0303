package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.SpecDocuments.request;
import static io.hyperpodgateway.rules.SpecDocuments.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class RestrictedNeedsEksTest {

    @Test
    void refusesRestrictedGroupsOnSlurm() {
        assertThat(check("{'RestrictedInstanceGroups':[{}]}"))
                .containsExactly("restricted-needs-eks /Orchestrator/Eks");
        assertThat(check("{'RestrictedInstanceGroups':[{}],'Orchestrator':{'Slurm':{}}}"))
                .containsExactly("restricted-needs-eks /Orchestrator/Eks");
    }

    @Test
    void takesThemOnEks() {
        assertThat(check("{'RestrictedInstanceGroups':[{}],'Orchestrator':{'Eks':{}}}")).isEmpty();
    }

    @Test
    void asksNothingOfOtherClusters() {
        assertThat(check("{}")).isEmpty();
        assertThat(check("{'InstanceGroups':[{}]}")).isEmpty();
    }

    @Test
    void leavesAnUncertainOrchestratorToOthers() {
        assertThat(check("{'RestrictedInstanceGroups':[{}],'Orchestrator':{}}")).isEmpty();
        assertThat(check("{'RestrictedInstanceGroups':[{}],'Orchestrator':{'Eks':{},'Slurm':{}}}"))
                .isEmpty();
        assertThat(check("{'RestrictedInstanceGroups':[{}],'Orchestrator':7}")).isEmpty();
    }

    @Test
    void passesOverWhatTheShapeCheckTells() {
        assertThat(check("{'RestrictedInstanceGroups':7,'Orchestrator':null}")).isEmpty();
    }

    private static List<String> check(String document) {
        return summaries(rule("restricted-needs-eks").check(request(document)).toList());
    }
}
