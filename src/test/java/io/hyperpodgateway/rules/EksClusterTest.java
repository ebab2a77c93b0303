package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.VPC;
import static io.hyperpodgateway.rules.RuleProbe.groups;
import static io.hyperpodgateway.rules.RuleProbe.restrictedGroups;
import static io.hyperpodgateway.rules.SpecDocuments.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonPointer;

import org.junit.jupiter.api.Test;

import java.util.List;

class EksClusterTest {

    private static final String SCALING = "'AutoScaling':{'Mode':'Enable'}";
    private static final String SCRIPTED =
            "{'LifeCycleConfig':{'SourceS3Uri':'s3://a/','OnCreate':'a.sh'}}";

    private final List<Rule> rules = CrossFieldRules.in("us-east-1");

    @Test
    void saysAllThatFollows() {
        assertThat(messages(SCALING, groups("{}", SCRIPTED, "{'LifeCycleConfig':{}}")))
                .containsExactly(
                        "/Orchestrator/Eks is missing, AutoScaling needs an EKS cluster; that needs"
                                + " VpcConfig, LifeCycleConfig with OnCreate and SourceS3Uri in every"
                                + " group (2 without)");
    }

    @Test
    void saysOnlyWhatIsNotThereYet() {
        assertThat(messages(SCALING, VPC, groups(SCRIPTED)))
                .containsExactly("/Orchestrator/Eks is missing, AutoScaling needs an EKS cluster");
    }

    @Test
    void isSaidOnce() {
        assertThat(messages(SCALING, groups("{}"), restrictedGroups("{}")))
                .containsExactly(
                        "/Orchestrator/Eks is missing, RestrictedInstanceGroups needs an EKS"
                                + " cluster; that needs VpcConfig, LifeCycleConfig with OnCreate and"
                                + " SourceS3Uri in every group (1 without)",
                        "/Orchestrator/Eks is missing, AutoScaling needs an EKS cluster");
    }

    private List<String> messages(String... members) {
        var request = request("{%s}".formatted(String.join(",", members)));
        return rules.stream()
                .flatMap(rule -> rule.check(request))
                .filter(finding -> finding.pointer().equals(JsonPointer.of("Orchestrator", "Eks")))
                .map(Finding::message)
                .toList();
    }
}
