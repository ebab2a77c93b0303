package io.hyperpodgateway.policy;

import static io.hyperpodgateway.policy.Deciding.decide;
import static io.hyperpodgateway.policy.Deciding.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.Finding;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a refusal calls allowed is allowed by every rule that binds the caller.
class AllowedForYouTest {

    private static final String P5 =
            "{\"InstanceGroups\": [{\"InstanceType\": \"ml.p5.48xlarge\"}]}";

    @Test
    void isWhatAllListsOfInstanceTypesHave() {
        assertThat(told(P5, types("[ml.t3.*, ml.g5.*]"), types("[ml.g5.xlarge, ml.p5.*]")))
                .containsExactly("allowed for you: ml.g5.xlarge");
    }

    @Test
    void isEachListWhereNoOneListCanTell() {
        assertThat(told(P5, types("[ml.t3.*, ml.g5.*]"), types("['ml.*.xlarge']")))
                .containsOnly(
                        "allowed for you: what is on each of these lists: [ml.t3.*, ml.g5.*],"
                                + " [ml.*.xlarge]");
    }

    @Test
    void leavesOutRulesThatOnlyWarnOrBindOthers() {
        String warns = types("[ml.t3.*]").replace("check", "enforcement: warn, check");
        String others =
                types("[ml.t3.*]")
                        .replace("check", "principals: ['arn:aws:iam::*:role/nobody'], check");

        assertThat(told(P5, types("[ml.t3.*, ml.g5.*]"), warns, others))
                .containsExactly("allowed for you: ml.t3.*, ml.g5.*", "allowed for you: ml.t3.*");
    }

    @Test
    void narrowsAWarningByWhatIsDenied() {
        String warns = types("[ml.t3.*, ml.c5.*]").replace("check", "enforcement: warn, check");

        assertThat(told(P5, types("[ml.t3.*, ml.p5.*]"), warns))
                .containsExactly("allowed for you: ml.t3.*");
    }

    /// What no rule opens is closed, whatever a warning lists.
    @Test
    void isNothingWhereNoRuleOpens() {
        String warns = types("[ml.t3.*, ml.c5.*]").replace("check", "enforcement: warn, check");
        String role = "{\"ClusterRole\": \"b\"}";
        String kind = "enforcement: warn, check: {allowedReferences: {clusterRoles: [a]}}";

        assertThat(told(P5, warns)).containsExactly("allowed for you: nothing");
        assertThat(told(role, kind)).containsExactly("allowed clusterRoles for you: nothing");
        assertThat(told(P5, "check: {maxHourlyCost: 9}")).contains("allowed for you: nothing");
    }

    @Test
    void isWhatAllListsOfAKindHave() {
        String role = "{\"ClusterRole\": \"arn:aws:iam::1:role/x\"}";
        String wide = "check: {allowedReferences: {clusterRoles: ['arn:*:iam::1:role/a-*']}}";
        String narrow = "check: {allowedReferences: {clusterRoles: ['arn:*:iam::1:role/a-b*']}}";

        assertThat(told(role, wide, narrow))
                .containsExactly(
                        "allowed clusterRoles for you: arn:*:iam::1:role/a-b*",
                        "allowed clusterRoles for you: arn:*:iam::1:role/a-b*");
    }

    @Test
    void isWhatHasAPriceAndIsOnTheListsWhereTheCostIsLimited() {
        var policy =
                policy(
                        """
                        version: '1'
                        prices: {ml.g5.xlarge: 2, ml.t3.medium: 1, ml.p4d.24xlarge: 3}
                        rules:
                          - {id: types, check: {allowedInstanceTypes: ['ml.g5.*', 'ml.p*']}}
                          - {id: cost, check: {maxHourlyCost: 9}}
                        """);

        assertThat(decide(policy, P5.replace("\"}", "\", \"InstanceCount\": 1}")).shown())
                .extracting(Finding::message)
                .filteredOn(words -> words.contains("no price"))
                .singleElement()
                .asString()
                .endsWith("allowed for you: ml.g5.xlarge, ml.p4d.24xlarge");
    }

    @Test
    void staysASentenceHoweverManyListsThereAre() {
        String[] rules =
                IntStream.range(0, 30)
                        .mapToObj(i -> types("['*%d*', '%s*']".formatted(i, "x".repeat(60))))
                        .toArray(String[]::new);

        assertThat(decide(policy(document(rules)), P5.replace("ml.p5", "p".repeat(200))).shown())
                .filteredOn(finding -> finding.rule().startsWith("r"))
                .extracting(Finding::message)
                .allSatisfy(
                        words -> assertThat(words).hasSizeLessThan(400).endsWith("and 27 more"));
    }

    private static String types(String list) {
        return "check: {allowedInstanceTypes: %s}".formatted(list);
    }

    private static List<String> told(String request, String... rules) {
        return decide(policy(document(rules)), request).shown().stream()
                .filter(finding -> finding.rule().matches("r[0-9]+"))
                .map(Finding::message)
                .map(words -> words.substring(words.indexOf("; ") + 2))
                .toList();
    }

    private static String document(String... rules) {
        return IntStream.range(0, rules.length)
                .mapToObj(i -> "  - {id: r%d, %s}".formatted(i, rules[i]))
                .collect(Collectors.joining("\n", "version: '1'\nrules:\n", "\n"));
    }
}
