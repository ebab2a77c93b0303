package io.hyperpodgateway.spec.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.spec.Finding;
import io.hyperpodgateway.spec.Finding.Source;
import io.hyperpodgateway.spec.Level;

import org.junit.jupiter.api.Test;

class RuleIdTest {

    @Test
    void weighsItsFindingsAndNamesTheirPage() {
        Finding finding =
                RuleId.error("x", "dg/sagemaker-hyperpod-ref").at(JsonPointer.of("a"), "m");

        assertThat(finding.source()).isEqualTo(Source.RULE);
        assertThat(finding.rule()).isEqualTo("x");
        assertThat(finding.level()).isEqualTo(Level.ERROR);
        assertThat(finding.pointer()).hasToString("/a");
        assertThat(finding.message()).isEqualTo("m");
        assertThat(finding.help())
                .contains(
                        "https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-hyperpod-ref.html");
    }

    @Test
    void isOfEveryLevel() {
        assertThat(RuleId.warn("x", "dg/y").level()).isEqualTo(Level.WARN);
        assertThat(RuleId.info("x", "dg/y").level()).isEqualTo(Level.INFO);
        assertThat(RuleId.unsourced("x", Level.WARN).at(JsonPointer.ROOT, "m").help()).isEmpty();
    }

    @Test
    void isUniqueAmongTheRulesInForce() {
        assertThat(CrossFieldRules.all().stream().map(rule -> rule.id().id()))
                .containsExactly("reserved-tag", "tags")
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z]+(-[a-z0-9]+)*"));
    }
}
