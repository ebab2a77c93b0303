package io.hyperpodgateway.spec.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.spec.Finding;
import io.hyperpodgateway.spec.SpecDocuments;

import java.util.List;
import java.util.Optional;

/// What one rule finds, as the tests of rules look at it.
public final class RuleProbe {

    private RuleProbe() {}

    /// The places of the rule's findings in a document in which `'` stands for `"`. Each finding is
    /// of the rule's own id and level, and its sentence begins with its place.
    public static List<String> places(Rule rule, String document) {
        List<Finding> findings = findings(rule, document);
        assertThat(findings)
                .allSatisfy(finding -> {
                    assertThat(finding.rule()).isEqualTo(rule.id().id());
                    assertThat(finding.level()).isEqualTo(rule.id().level());
                    assertThat(finding.help()).isEqualTo(rule.id().help());
                    assertThat(finding.message()).startsWith(finding.pointer() + " ");
                    assertThat(finding.message()).hasSizeLessThan(300);
                });
        return findings.stream().map(finding -> finding.pointer().toString()).toList();
    }

    /// The fixes of those findings that have one, as JSON texts.
    public static List<String> fixes(Rule rule, String document) {
        return findings(rule, document).stream()
                .map(Finding::fix)
                .flatMap(Optional::stream)
                .map(JsonArray::toText)
                .toList();
    }

    private static List<Finding> findings(Rule rule, String document) {
        return rule.check(SpecDocuments.request(document)).toList();
    }
}
