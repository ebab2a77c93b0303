package io.hyperpodgateway.rules;

import static io.hyperpodgateway.rules.RuleProbe.EKS;
import static io.hyperpodgateway.rules.RuleProbe.SLURM;
import static io.hyperpodgateway.rules.RuleProbe.groups;
import static io.hyperpodgateway.rules.RuleProbe.places;
import static io.hyperpodgateway.rules.RuleProbe.rule;
import static io.hyperpodgateway.rules.SpecDocuments.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccountingFinalTest {

    private static final Rule RULE = rule("accounting-final");
    private static final String ACCOUNTED = "'Orchestrator':{'Slurm':{'AccountingDatabase':{}}}";
    private static final String AT = "/Orchestrator/Slurm/AccountingDatabase";

    @Test
    void informsOfTheImagesThatAreNeeded() {
        assertThat(places(RULE, ACCOUNTED)).containsExactly(AT);
        assertThat(message(groups("{}", "{'ImageId':'default'}")))
                .isEqualTo(AT + " needs images released after 2026-08-30");
    }

    @Test
    void namesTheFirstGroupThatPinsItsImage() {
        assertThat(message(groups("{}", "{'ImageReleaseVersion':'1.0.0'}", "{'ImageId':'ami-0'}")))
                .endsWith("check that of /InstanceGroups/1/ImageReleaseVersion");
        assertThat(message(groups("{'ImageId':'ami-0'}")))
                .endsWith("check that of /InstanceGroups/0/ImageId");
    }

    @Test
    void asksNothingWithoutDatabase() {
        assertThat(places(RULE, SLURM)).isEmpty();
        assertThat(places(RULE, EKS)).isEmpty();
        assertThat(places(RULE, "'Orchestrator':{'Slurm':{'AccountingDatabase':7}}")).isEmpty();
    }

    private static String message(String groups) {
        return RULE.check(request("{%s,%s}".formatted(ACCOUNTED, groups)))
                .findFirst()
                .orElseThrow()
                .message();
    }
}
