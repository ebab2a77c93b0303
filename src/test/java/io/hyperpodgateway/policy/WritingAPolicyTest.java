package io.hyperpodgateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.identity.IamUser;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.policy.check.Glob;
import io.hyperpodgateway.policy.check.Place;
import io.hyperpodgateway.policy.defaults.TagValues;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.text.Reading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Holds the README's section on writing a policy to what the gateway does.
class WritingAPolicyTest {

    private static final Place PLACE = new Place("000000000000", "us-east-1");
    private static final Caller VISION = role("ml-vision");
    private static final Caller PLATFORM = role("ml-platform");

    private static final String README = readme();
    private static final String SECTION = part("## Writing a policy", "\n## ");

    /// What breaks each check of the table, in its order.
    private static final List<String> BREAKING =
            List.of(
                    "'InstanceGroups': [{'InstanceType': 'ml.p5.48xlarge'}]",
                    "'Tags': [{'Key': 'owner', 'Value': 'ada'}]",
                    "'Tags': [{'Key': 'Stage', 'Value': 'Prod'}]",
                    "'Tags': [{'Key': 'Cost', 'Value': '47'}]",
                    "'InstanceGroups': [{'InstanceGroupName': 'workers', 'InstanceType':"
                            + " 'ml.m5.xlarge', 'InstanceCount': 5}]",
                    "'InstanceGroups': [{'InstanceGroupName': 'workers', 'InstanceCount': 7},"
                            + " {'InstanceGroupName': 'login', 'InstanceCount': 2}]",
                    "'InstanceGroups': [{'InstanceGroupName': 'workers', 'InstanceType':"
                            + " 'ml.p5.48xlarge', 'InstanceCount': 6}]",
                    "'InstanceGroups': [{'InstanceGroupName': 'workers', 'InstanceType':"
                            + " 'ml.p5.48xlarge', 'InstanceCount': 3}]",
                    "'ClusterName': 'test'",
                    "'InstanceGroups': [{'InstanceStorageConfigs': [{'EbsVolumeConfig':"
                            + " {'VolumeKmsKeyId': '1234abcd'}}]}]",
                    "'ClusterName': 'test'",
                    "'ClusterName': 'test'",
                    "'NodeRecovery': 'None'",
                    "'InstanceGroups': [{'InstanceType': 'ml.p5.48xlarge',"
                            + " 'OnStartDeepHealthChecks': ['InstanceStress']}]",
                    "'InstanceGroups': [{'InstanceType': 'ml.p5.48xlarge'}]",
                    "'InstanceGroups': [{'InstanceStorageConfigs': [{'EbsVolumeConfig':"
                            + " {'RootVolume': true}}]}]",
                    "'InstanceGroups': [{'InstanceStorageConfigs': [{'EbsVolumeConfig':"
                            + " {'VolumeSizeInGB': 501}}]}]",
                    "'RestrictedInstanceGroups': [{'EnvironmentConfig': {'FSxLustreConfig':"
                            + " {'SizeInGiB': 7200}}}]");

    @Test
    void buildsADocumentThatIsReadWithoutAWarning() {
        assertThat(built().warnings()).isEmpty();
    }

    @Test
    void everyStepIsADocument() {
        List<String> blocks = blocks("yaml");

        for (int steps = 1; steps <= blocks.size(); steps++) {
            assertThat(PolicyReader.read(joined(blocks.subList(0, steps)), PolicyCase.MODEL))
                    .isInstanceOf(Reading.Read.class);
        }
    }

    @Test
    void takesTheFirstRequest() {
        assertThat(decide(VISION, first()).shown()).isEmpty();
    }

    @Test
    void refusesWhatItSaysInTheWordsItSays() {
        String large = first().replace("ml.g5.xlarge", "ml.p5.48xlarge");

        assertThat(decide(VISION, large).shown())
                .extracting(found ->
                        "%s %s %s".formatted(found.rule(), found.pointer(), found.message()))
                .contains(blocks("text").getFirst().strip());
        assertThat(decide(PLATFORM, large).shown()).isEmpty();
    }

    @Test
    void warnsWithTheWordsAndHelpOfTheRule() {
        String many = first().replace("ml.g5.xlarge", "ml.g5.48xlarge").replace(": 2,", ": 3,");

        assertThat(decide(PLATFORM, many).shown())
                .filteredOn(found -> !found.isError())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.rule()).isEqualTo("few-large-gpus");
                    assertThat(SECTION).contains(found.message(), found.help().orElseThrow());
                });
    }

    static List<Arguments> globs() {
        return rows("### Globs", "\\| `([^`]+)` \\| `([^`]+)` \\| `([^`]+)` \\|").stream()
                .map(row -> Arguments.of(row.group(1), row.group(2), row.group(3)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("globs")
    void matchesAsTheTableSays(String glob, String matching, String other) {
        assertThat(new Glob(glob).matches(matching)).isTrue();
        assertThat(new Glob(glob).matches(other)).isFalse();
    }

    static List<Arguments> checks() {
        List<MatchResult> rows = rows("### The checks", "\\| `([^`]+)` \\| `([^`]+)` \\|");
        assertThat(rows).hasSameSizeAs(BREAKING);
        return IntStream.range(0, rows.size())
                .mapToObj(i ->
                        Arguments.of(rows.get(i).group(1), rows.get(i).group(2), BREAKING.get(i)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("checks")
    void saysWhatTheTableSays(String check, String says, String request) {
        Policy policy =
                read(
                        "version: x\nprices: {ml.p5.48xlarge: 55.00}\nrules: [{id: one, check: {%s}}]"
                                .formatted(check));

        assertThat(decide(policy, VISION, "{%s}".formatted(request.replace('\'', '"'))).shown())
                .filteredOn(found -> found.rule().equals("one"))
                .extracting(Finding::message)
                .first()
                .isEqualTo(says);
    }

    /// What a document from before instance types and counts were closed is to be given.
    @Test
    void opensWhatItSaysToAddWhenUpgrading() {
        String rules = blocks(part("## Upgrading", "\n## "), "yaml").getFirst();
        Policy before = read("version: before");
        Policy after = read("version: after\nrules:\n" + rules);

        assertThat(before.warnings()).hasSize(2);
        assertThat(after.warnings()).isEmpty();
        assertThat(decide(before, VISION, first()).shown())
                .extracting(Finding::rule)
                .contains("unlisted-instance-type", "unlimited-instances");
        assertThat(decide(after, VISION, first()).shown())
                .extracting(Finding::rule)
                .containsOnly("unlisted-reference");
    }

    @Test
    void namesEveryKindOfReference() {
        JsonObject kinds = built().describe(VISION, PLACE).object("references").orElseThrow();
        String table = part("| kind |", "\n\n");

        assertThat(kinds.members().keySet()).allMatch(kind -> table.contains("`" + kind + "`"));
    }

    private static Policy built() {
        return read(joined(blocks("yaml")));
    }

    /// Rules go below `rules`, the other members beside it.
    private static String joined(List<String> blocks) {
        return blocks.stream()
                .sorted(
                        Comparator.comparing(block ->
                                block.startsWith("  - ") ? 2 : block.contains("\nrules:") ? 1 : 0))
                .collect(Collectors.joining("\n"));
    }

    private static PolicyDecision decide(Caller caller, String request) {
        return decide(built(), caller, request);
    }

    private static PolicyDecision decide(Policy policy, Caller caller, String request) {
        var document = (JsonObject) JsonReader.read(request).orElseThrow();
        var values = new TagValues(caller.principal(), "", PLACE.accountId(), "r-1");
        return policy.decide(
                caller, PLACE, new ClusterRequest(policy.additions().to(document, values)));
    }

    private static Policy read(String document) {
        return PolicyReader.read(document, PolicyCase.MODEL).orElseThrow();
    }

    private static String first() {
        String request = README.substring(README.indexOf("-d '{") + "-d '".length());
        return request.substring(0, request.indexOf("'\n"));
    }

    private static List<String> blocks(String language) {
        return blocks(SECTION, language);
    }

    private static List<String> blocks(String section, String language) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(section)
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static List<MatchResult> rows(String heading, String pattern) {
        return Pattern.compile("^" + pattern + "$", Pattern.MULTILINE)
                .matcher(part(heading, "\n### "))
                .results()
                .toList();
    }

    private static String part(String start, String end) {
        int from = README.indexOf(start);
        return README.substring(from, README.indexOf(end, from + start.length()));
    }

    private static Caller role(String name) {
        return new IamUser(
                "arn:aws:iam::000000000000:role/" + name, "AIDAEXAMPLE", PLACE.accountId());
    }

    private static String readme() {
        try {
            return Files.readString(Path.of("README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
