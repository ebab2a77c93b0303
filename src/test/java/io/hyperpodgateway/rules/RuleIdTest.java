package io.hyperpodgateway.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Finding.Source;
import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.finding.Phrase;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.rules.RuleId.Evidence;

import org.junit.jupiter.api.Test;

import java.util.List;

class RuleIdTest {

    private final List<Rule> rules = CrossFieldRules.in("us-east-1");

    @Test
    void weighsItsFindingsAndNamesTheirPage() {
        Finding finding =
                RuleId.error("x", "d")
                        .documented("dg/sagemaker-hyperpod-ref")
                        .at(JsonPointer.of("a"), Phrase.of("m"));

        assertThat(finding.source()).isEqualTo(Source.RULE);
        assertThat(finding.rule()).isEqualTo("x");
        assertThat(finding.level()).isEqualTo(Level.ERROR);
        assertThat(finding.pointer()).hasToString("/a");
        assertThat(finding.message()).isEqualTo("/a m");
        assertThat(finding.help())
                .contains(
                        "https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-hyperpod-ref.html");
    }

    @Test
    void isOfEveryLevelAndEvidence() {
        assertThat(RuleId.warn("x", "d").modelled().evidence()).isEqualTo(Evidence.MODEL);
        assertThat(RuleId.warn("x", "d").observed().evidence()).isEqualTo(Evidence.OBSERVATION);
        assertThat(RuleId.info("x", "d").inferred().evidence()).isEqualTo(Evidence.INFERENCE);
        assertThat(RuleId.warn("x", "d").own().level()).isEqualTo(Level.WARN);
        assertThat(RuleId.info("x", "d").own().level()).isEqualTo(Level.INFO);
        assertThat(RuleId.error("x", "d").own().at(JsonPointer.ROOT, Phrase.of("m")).help())
                .isEmpty();
    }

    @Test
    void isUniqueAmongTheRulesInForce() {
        assertThat(rules.stream().map(rule -> rule.id().id()))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z]+(-[a-z0-9]+)*"));
    }

    /// What only follows from something else refuses where the request could never be used.
    @Test
    void restsOnAwsWhereItRefuses() {
        assertThat(rules)
                .filteredOn(rule -> rule.id().level() == Level.ERROR)
                .filteredOn(rule -> rule.id().evidence() != Evidence.DOCUMENTATION)
                .filteredOn(rule -> rule.id().evidence() != Evidence.MODEL)
                .extracting(rule -> rule.id().id())
                .isSubsetOf("reserved-tag", "group-names-unique");
    }
}
