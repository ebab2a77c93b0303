package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.SpecDocuments.request;
import static io.hyperpodgateway.rules.SpecDocuments.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class OrchestratorExactlyOneTest {

    @Test
    void refusesBothAndNeither() {
        assertThat(check("{'Orchestrator':{'Eks':{},'Slurm':{}}}"))
                .containsExactly("orchestrator-exactly-one /Orchestrator");
        assertThat(check("{'Orchestrator':{}}"))
                .containsExactly("orchestrator-exactly-one /Orchestrator");
    }

    @Test
    void takesOneOrNoOrchestrator() {
        assertThat(check("{'Orchestrator':{'Eks':{}}}")).isEmpty();
        assertThat(check("{'Orchestrator':{'Slurm':{}}}")).isEmpty();
        assertThat(check("{}")).isEmpty();
    }

    @Test
    void countsAMemberThatHasNoUsableValue() {
        assertThat(check("{'Orchestrator':{'Eks':null}}")).isEmpty();
        assertThat(check("{'Orchestrator':{'Eks':7,'Slurm':'x'}}"))
                .containsExactly("orchestrator-exactly-one /Orchestrator");
    }

    @Test
    void passesOverWhatTheShapeCheckTells() {
        assertThat(check("{'Orchestrator':{'Ecs':{}}}")).isEmpty();
        assertThat(check("{'Orchestrator':'Eks'}")).isEmpty();
        assertThat(check("{'Orchestrator':[]}")).isEmpty();
        assertThat(check("{'Orchestrator':null}")).isEmpty();
    }

    private static List<String> check(String document) {
        return summaries(rule("orchestrator-exactly-one").check(request(document)).toList());
    }
}
