package io.hyperpodgateway.policy;

import static io.hyperpodgateway.policy.Deciding.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.Finding;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What comes of a rule, by its enforcement and by what its check finds.
class EnforcementTest {

    private static final String LONG_NAME = "a".repeat(63);

    /// `enforcement` (`-` where there is none), what the check comes to; whether the request is
    /// denied, what the caller is told, what the record is told besides.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-     | holds      | false | -    | -",
                "deny  | holds      | false | -    | -",
                "warn  | holds      | false | -    | -",
                "audit | holds      | false | -    | -",
                "-     | is broken  | true  | ERROR | -",
                "deny  | is broken  | true  | ERROR | -",
                "warn  | is broken  | false | WARN  | -",
                "audit | is broken  | false | -     | INFO",
                "-     | has no end | true  | ERROR | -",
                "deny  | has no end | true  | ERROR | -",
                "warn  | has no end | false | WARN  | -",
                "audit | has no end | false | -     | INFO",
            })
    void endsAsEnforced(
            String enforcement, String check, boolean denied, String shown, String audited) {
        String pattern =
                switch (check) {
                    case "holds" -> "a+";
                    case "is broken" -> "b+";
                    default -> "(.*)(.*)(.*)(.*)(.*)b";
                };
        PolicyDecision decision =
                decide(
                        rules(
                                rule(
                                        enforcement,
                                        "{clusterName: {pattern: '%s'}}".formatted(pattern))),
                        "{\"ClusterName\": \"%s\"}".formatted(LONG_NAME));

        assertThat(decision.denied()).isEqualTo(denied);
        assertThat(levels(decision.shown())).isEqualTo(shown);
        assertThat(levels(decision.audited())).isEqualTo(audited);
    }

    /// The enforcement of a list of roles, the list, and what role `a` is then: closed, refused by
    /// the rule, or neither.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-     | [a] | false | -                  | -",
                "deny  | [a] | false | -                  | -",
                "deny  | [b] | true  | it                 | -",
                "deny  | []  | true  | it                 | -",
                "warn  | [a] | true  | unlisted-reference | -",
                "warn  | [b] | true  | it unlisted-reference | -",
                "audit | [a] | true  | unlisted-reference | -",
                "audit | [b] | true  | unlisted-reference | it",
            })
    void opensWhatADenyingListNames(
            String enforcement, String list, boolean denied, String shown, String audited) {
        PolicyDecision decision =
                decide(
                        rules(
                                rule(
                                        enforcement,
                                        "{allowedReferences: {clusterRoles: %s}}".formatted(list))),
                        "{\"ClusterRole\": \"a\"}");

        assertThat(decision.denied()).isEqualTo(denied);
        assertThat(rulesOf(decision.shown())).isEqualTo(shown);
        assertThat(rulesOf(decision.audited())).isEqualTo(audited);
    }

    @Test
    void neverHidesADenialBehindWarnings() {
        String groups = "{},".repeat(150) + "{}";
        String warnings =
                IntStream.range(0, 30)
                        .mapToObj(i -> warning("warn", i) + warning("audit", i))
                        .collect(Collectors.joining());
        PolicyDecision decision =
                decide(
                        rules(warnings + rule("deny", "{requireVpc: true}")),
                        "{\"InstanceGroups\": [%s]}".formatted(groups));

        assertThat(decision.denied()).isTrue();
        assertThat(decision.shown()).hasSizeBetween(1_001, 1_200);
        assertThat(decision.audited()).hasSizeBetween(1_000, 1_200);
    }

    @Test
    void seeksNoMoreDenialsThanAreEnough() {
        String groups = "{\"ExecutionRole\": \"a\"},".repeat(150) + "{}";
        String denials =
                IntStream.range(0, 30)
                        .mapToObj(i -> warning("deny", i))
                        .collect(Collectors.joining());
        PolicyDecision decision =
                decide(rules(denials), "{\"InstanceGroups\": [%s]}".formatted(groups));

        assertThat(decision.shown()).hasSizeBetween(1_000 + 150, 1_200 + 150);
    }

    private static String warning(String enforcement, int i) {
        return "  - {id: %s-%d, enforcement: %s, check: {maxInstances: {perGroup: 1}}}\n"
                .formatted(enforcement, i, enforcement);
    }

    private static String rule(String enforcement, String check) {
        String written = enforcement.equals("-") ? "" : "enforcement: %s,".formatted(enforcement);
        return "  - {id: it, %s check: %s}\n".formatted(written, check);
    }

    private static Policy rules(String rules) {
        return Deciding.policy("version: '1'\nrules:\n" + rules);
    }

    private static String levels(List<Finding> findings) {
        return joined(findings.stream().map(finding -> finding.level().name()).toList());
    }

    private static String rulesOf(List<Finding> findings) {
        return joined(findings.stream().map(Finding::rule).toList());
    }

    private static String joined(List<String> words) {
        return words.isEmpty() ? "-" : String.join(" ", words);
    }
}
