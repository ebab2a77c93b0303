package io.hyperpodgateway.policy;

import static io.hyperpodgateway.policy.Deciding.JO;
import static io.hyperpodgateway.policy.Deciding.PLACE;
import static io.hyperpodgateway.policy.Deciding.decide;
import static io.hyperpodgateway.policy.Deciding.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.policy.document.Mistake;
import io.hyperpodgateway.text.Reading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// Instance types and numbers of instances are closed to whom no rule opens them, as references
/// are.
class ClosedTest {

    private static final String TYPES = "allowedInstanceTypes: ['*']";
    private static final String SIZES = "maxInstances: {perCluster: 9}";

    /// What is asked for; where the one finding on types is, if there is one, and where the one on
    /// counts.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    `{}` | - | -
                    `{'InstanceGroups': []}` | - | -
                    `{'InstanceGroups': [{'InstanceType': 'a', 'InstanceCount': 1}]}` | /InstanceGroups/0/InstanceType | /InstanceGroups/0/InstanceCount
                    `{'InstanceGroups': [{'InstanceType': 'a', 'InstanceCount': 0}]}` | /InstanceGroups/0/InstanceType | -
                    `{'InstanceGroups': [{'InstanceType': 'a'}]}` | /InstanceGroups/0/InstanceType | /InstanceGroups/0/InstanceCount
                    `{'InstanceGroups': [{'InstanceType': 'a', 'InstanceCount': -1}]}` | /InstanceGroups/0/InstanceType | /InstanceGroups/0/InstanceCount
                    `{'InstanceGroups': [{'InstanceType': 'a', 'InstanceCount': '0'}]}` | /InstanceGroups/0/InstanceType | /InstanceGroups/0/InstanceCount
                    `{'InstanceGroups': [{'InstanceType': 'a', 'InstanceCount': 0.0}]}` | /InstanceGroups/0/InstanceType | /InstanceGroups/0/InstanceCount
                    `{'InstanceGroups': [{'InstanceType': 'a', 'InstanceCount': 0}, {'InstanceType': 'b', 'InstanceCount': 7}, {'InstanceType': 'b', 'InstanceCount': 7}]}` | /InstanceGroups/0/InstanceType | /InstanceGroups/1/InstanceCount
                    # no type that can be read may be any
                    `{'InstanceGroups': [{}]}` | /InstanceGroups/0/InstanceType | /InstanceGroups/0/InstanceCount
                    `{'InstanceGroups': [{'InstanceType': 5, 'InstanceCount': 0}]}` | /InstanceGroups/0/InstanceType | -
                    `{'InstanceGroups': [{'InstanceRequirements': {'InstanceTypes': []}, 'InstanceCount': 0}]}` | /InstanceGroups/0/InstanceType | -
                    `{'InstanceGroups': [{'InstanceRequirements': {'InstanceTypes': ['b', 'c']}, 'InstanceCount': 1}]}` | /InstanceGroups/0/InstanceRequirements/InstanceTypes/0 | /InstanceGroups/0/InstanceCount
                    `{'RestrictedInstanceGroups': [{'InstanceType': 'a', 'InstanceCount': 1}]}` | /RestrictedInstanceGroups/0/InstanceType | /RestrictedInstanceGroups/0/InstanceCount
                    # the first in the order of the document
                    `{'RestrictedInstanceGroups': [{'InstanceCount': 1, 'InstanceType': 'a'}], 'InstanceGroups': [{'InstanceCount': 1, 'InstanceType': 'a'}]}` | /RestrictedInstanceGroups/0/InstanceType | /RestrictedInstanceGroups/0/InstanceCount
                    # without instances, automatic scaling may still start some
                    `{'AutoScaling': {'Mode': 'Enable'}}` | - | /AutoScaling/Mode
                    `{'AutoScaling': {'Mode': 'Disable'}}` | - | -
                    `{'AutoScaling': {'Mode': 'Enable'}, 'InstanceGroups': [{'InstanceType': 'a', 'InstanceCount': 0}]}` | /InstanceGroups/0/InstanceType | /AutoScaling/Mode
                    `{'AutoScaling': {'Mode': 'Enable'}, 'InstanceGroups': [{'InstanceType': 'a', 'InstanceCount': 1}]}` | /InstanceGroups/0/InstanceType | /InstanceGroups/0/InstanceCount
                    """)
    void isOneFindingOfEach(String request, String type, String count) {
        assertThat(places("unlisted-instance-type", policy("version: '1'"), request))
                .isEqualTo(type);
        assertThat(places("unlimited-instances", policy("version: '1'"), request)).isEqualTo(count);
        assertThat(decide(open(), request.replace('\'', '"')).shown())
                .extracting(Finding::rule)
                .doesNotContain("unlisted-instance-type", "unlimited-instances");
    }

    /// A rule on types or sizes, and whether it opens them to Jo.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    check: {allowedInstanceTypes: ['*']} | true | false
                    check: {allowedInstanceTypes: []} | true | false
                    enforcement: deny, check: {allowedInstanceTypes: ['ml.g5.*']} | true | false
                    enforcement: warn, check: {allowedInstanceTypes: ['*']} | false | false
                    enforcement: audit, check: {allowedInstanceTypes: ['*']} | false | false
                    principals: ['arn:aws:iam::*:user/jo'], check: {allowedInstanceTypes: ['*']} | true | false
                    principals: ['arn:aws:iam::*:user/mary'], check: {allowedInstanceTypes: ['*']} | false | false
                    except: ['arn:aws:iam::*:user/jo'], check: {allowedInstanceTypes: ['*']} | false | false
                    check: {maxInstances: {perCluster: 9}} | false | true
                    check: {maxInstances: {perCluster: 0}} | false | true
                    check: {maxInstances: {perCluster: 9}}, autoScaling: allow | false | true
                    check: {maxInstances: {perGroup: 9}} | false | false
                    check: {maxInstances: {perType: {'*': 9}}} | false | false
                    check: {maxInstances: {perGroup: 9}}, autoScaling: allow | false | false
                    check: {maxHourlyCost: 9}, autoScaling: allow | false | false
                    check: {requireTrainingPlan: {instanceTypes: ['*']}} | false | false
                    enforcement: warn, check: {maxInstances: {perCluster: 9}} | false | false
                    enforcement: audit, check: {maxInstances: {perCluster: 9}} | false | false
                    principals: ['arn:aws:iam::*:user/mary'], check: {maxInstances: {perCluster: 9}} | false | false
                    except: ['arn:aws:iam::*:user/jo'], check: {maxInstances: {perCluster: 9}} | false | false
                    """)
    void isOpenedByARuleThatDeniesAndBinds(String rule, boolean types, boolean counts) {
        Policy policy = policy("version: '1'\nrules:\n  - {id: it, %s}\n".formatted(rule));
        String request = "{'InstanceGroups': [{'InstanceType': 'a', 'InstanceCount': 1}]}";

        assertThat(places("unlisted-instance-type", policy, request).equals("-")).isEqualTo(types);
        assertThat(places("unlimited-instances", policy, request).equals("-")).isEqualTo(counts);
        JsonObject described = policy.describe(JO, PLACE);
        assertThat(described.object("instanceTypes").orElseThrow().toText())
                .contains("\"open\":" + types);
        assertThat(described.object("limits").orElseThrow().toText())
                .contains("\"open\":" + counts);
    }

    @Test
    void isShownToTheCaller() {
        assertThat(policy("version: '1'").describe(JO, PLACE).get("instanceTypes"))
                .hasValueSatisfying(types ->
                        assertThat(types.toText()).isEqualTo("{\"open\":false,\"allowed\":[]}"));
        assertThat(policy("version: '1'").describe(JO, PLACE).get("limits"))
                .hasValueSatisfying(limits ->
                        assertThat(limits.toText()).isEqualTo("{\"open\":false,\"perCluster\":0}"));
        assertThat(open().describe(JO, PLACE).get("instanceTypes"))
                .hasValueSatisfying(types ->
                        assertThat(types.toText())
                                .isEqualTo("{\"open\":true,\"allowed\":[[\"*\"]]}"));
        assertThat(open().describe(JO, PLACE).get("limits"))
                .hasValueSatisfying(limits ->
                        assertThat(limits.toText()).isEqualTo("{\"open\":true,\"perCluster\":9}"));
    }

    @Test
    void saysThatNobodyOpenedIt() {
        String request =
                "{'InstanceGroups': [{'InstanceType': 'ml.p5.48xlarge', 'InstanceCount': 1000}]}";

        assertThat(decide(policy("version: '1'"), request.replace('\'', '"')).shown())
                .extracting(Finding::message)
                .containsExactly(
                        "ml.p5.48xlarge is not allowed: no policy rule opens instance types to you",
                        "instances are not allowed: no policy rule says how many instances your"
                                + " cluster may have");
    }

    /// A document from before types and counts were closed refuses everything, and its reader says
    /// which rules to add.
    @Test
    void isWarnedOfWithTheRulesToAdd() {
        assertThat(policy("version: '1'").warnings())
                .extracting(Mistake::rule)
                .containsExactly("closed-instance-types", "closed-instance-counts");
        assertThat(policy("version: '1'").warnings())
                .extracting(Mistake::message)
                .satisfiesExactly(
                        types ->
                                assertThat(types)
                                        .contains(
                                                "{id: instance-types, check: {allowedInstanceTypes:"
                                                        + " [\"ml.m5.*\"]}}"),
                        counts ->
                                assertThat(counts)
                                        .contains(
                                                "{id: cluster-size, check: {maxInstances:"
                                                        + " {perCluster: 8}}}"));
        assertThat(open().warnings()).isEmpty();
    }

    /// The rules that the warnings name are rules, and open what they say.
    @Test
    void isOpenedByTheRulesThatTheWarningsName() {
        List<String> rules =
                policy("version: '1'").warnings().stream()
                        .map(Mistake::message)
                        .map(words -> words.substring(words.indexOf("{id:")))
                        .toList();

        assertThat(policy("version: '1'\nrules: %s".formatted(rules)).warnings()).isEmpty();
    }

    /// Documents that look as if they bounded a caller and do not: an `except` without its
    /// counterpart, a principal as IAM shows it, a limit on types that there are not. Such a
    /// document is refused, or the request is.
    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                  - {id: types, except: ['arn:aws:iam::*:user/jo'], check: {allowedInstanceTypes: ['ml.t3.*']}}
                  - {id: sizes, check: {maxInstances: {perCluster: 1000}}}
                """,
                """
                  - {id: types, check: {allowedInstanceTypes: ['*']}}
                  - {id: sizes, except: ['arn:aws:iam::*:user/jo'], check: {maxInstances: {perCluster: 4}}}
                """,
                """
                  - {id: types, principals: ['arn:aws:iam::*:role/teams/jo'], check: {allowedInstanceTypes: ['ml.t3.*']}}
                  - {id: sizes, principals: ['arn:aws:iam::*:role/teams/jo'], check: {maxInstances: {perCluster: 4}}}
                """,
                """
                  - {id: types, check: {allowedInstanceTypes: ['*']}}
                  - {id: sizes, check: {maxInstances: {perType: {'ml.p5': 32}}}}
                """
            })
    void isNotOpenedByATrap(String rules) {
        String request =
                "{'InstanceGroups': [{'InstanceType': 'ml.p5.48xlarge', 'InstanceCount': 500}]}"
                        .replace('\'', '"');
        Reading<Policy, Mistake> reading =
                PolicyReader.read("version: '1'\nrules:\n" + rules, PolicyCase.MODEL);

        switch (reading) {
            case Reading.Read(var policy) -> assertThat(decide(policy, request).denied()).isTrue();
            case Reading.Refused(var mistakes) ->
                    assertThat(mistakes)
                            .extracting(Mistake::rule)
                            .doesNotContain("syntax", "type", "unknown-member");
        }
    }

    private static Policy open() {
        return policy(
                "version: '1'\nrules:\n  - {id: a, check: {%s}}\n  - {id: b, check: {%s}}\n"
                        .formatted(TYPES, SIZES));
    }

    private static String places(String rule, Policy policy, String request) {
        List<Finding> found =
                decide(policy, request.replace('\'', '"')).shown().stream()
                        .filter(finding -> finding.rule().equals(rule))
                        .toList();
        assertThat(found).hasSizeLessThan(2).allMatch(Finding::isError);
        return found.isEmpty() ? "-" : found.getFirst().pointer().toString();
    }
}
