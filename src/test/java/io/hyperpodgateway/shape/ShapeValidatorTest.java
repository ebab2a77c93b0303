package io.hyperpodgateway.shape;

import static io.hyperpodgateway.rules.SpecDocuments.document;
import static io.hyperpodgateway.rules.SpecDocuments.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Findings;
import io.hyperpodgateway.finding.Level;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.model.Shape;
import io.hyperpodgateway.rules.SpecDocuments;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class ShapeValidatorTest {

    private final ShapeValidator validator = new ShapeValidator(ServiceModel.bundled(), Level.WARN);

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "1", "16"})
    void takesJsonIntegersWithinTheirRange(String digits) {
        assertThat(ofCount(new JsonNumber(digits))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "2147483648", "9223372036854775808", "-9223372036854775809"})
    void reportsIntegersBeyondTheirRange(String digits) {
        assertThat(ofCount(new JsonNumber(digits))).containsExactly("range");
        assertThat(ofCount(new JsonNumber(digits + "0".repeat(200_000)))).containsExactly("range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1e2", "1E0", "0.5", "1e999999999", "-1.0e-5"})
    void reportsNumbersThatAreNoIntegers(String digits) {
        assertThat(ofCount(new JsonNumber(digits))).containsExactly("type");
    }

    @Test
    void boundsIntegersThatTheModelLeavesOpenByWhatTheWireHolds() {
        assertThat(ofBatch("2147483647")).isEmpty();
        assertThat(ofBatch("2147483648")).containsExactly("range");
        assertThat(ofBatch("0")).containsExactly("range");
    }

    @ParameterizedTest
    @CsvSource({
        "0, ''",
        "-0.0, ''",
        "1e9, ''",
        "253402300799.999, ''",
        "253402300800, range",
        "-0.0001, range",
        "1e999999999, range",
        "-1e999999999, range",
        "1e-999999999, ''",
        "'\"1970-01-01T00:00:00Z\"', ''",
        "'\"2026-11-23T09:00Z\"', ''",
        "'\"2026-11-23T09:00:00.123456789-08:00\"', ''",
        "'\"1970-01-01T00:00:00+00:01\"', range",
        "'\"1969-12-31T23:59:59.9999Z\"', range",
        "'\"9999-12-31T23:59:59-01:00\"', range",
        "'\"+999999999-12-31T23:59:59Z\"', range",
        "'\"2026-11-23\"', type",
        "'\"2026-11-23T09:00:00\"', type",
        "'\"2026-02-30T09:00:00Z\"', type",
        "'\"2026-11-23T25:00:00Z\"', type",
        "'\"1795478400\"', type",
        "'\"\"', type",
        "true, type",
        "{}, type",
        "[], type",
        "null, null",
    })
    void takesTimesOfBothSpellings(String value, String rule) {
        assertThat(ofTime(value)).isEqualTo(Stream.of(rule).filter(r -> !r.isEmpty()).toList());
    }

    @Test
    void takesLongSpellingsOfTimes() {
        assertThat(ofTime("1795478400." + "0".repeat(200_000))).isEmpty();
        assertThat(ofTime("9".repeat(200_000))).containsExactly("range");
        assertThat(ofTime("\"2026-11-23T09:00:00" + "0".repeat(200_000) + "\""))
                .containsExactly("type");
    }

    @Test
    void countsCodePoints() {
        String letter = "\uD835\uDC9C";

        assertThat(ofTag(letter.repeat(128), "")).isEmpty();
        assertThat(ofTag(letter.repeat(129), "")).containsExactly("length");
    }

    @Test
    void doesNotMatchWhatBreaksItsLength() {
        assertThat(ofTag("!".repeat(129), "!".repeat(257))).containsExactly("length", "length");
    }

    @Test
    void neitherLooksIntoUnknownMembersNorIntoWrongTypes() {
        assertThat(summaries(check("{'ClusterName':'a','X':{'Y':null},'VpcConfig':[{'X':1}]}")))
                .containsExactly("unknown-member /X", "type /VpcConfig");
    }

    @Test
    void reportsNullsOnceAndNotAsMissing() {
        assertThat(summaries(check("{'ClusterName':null,'Tags':[null],'X':null}")))
                .containsExactly("null /ClusterName", "null /Tags/0", "unknown-member /X");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'ClusterName':'a','Tags':null} | null /Tags WARN",
                "{'ClusterName':'a','VpcConfig':{'Subnets':null,'SecurityGroupIds':['sg-1']}} |"
                        + " null /VpcConfig/Subnets ERROR",
                "{'ClusterName':'a','node_recovery':null} | unknown-member /node_recovery ERROR",
                "{'ClusterName':'a','X':null} | unknown-member /X ERROR",
            })
    void warnsOfANullForWhatMayBeLeftOut(String text, String warned) {
        assertThat(check(text))
                .extracting(
                        found -> "%s %s %s".formatted(found.rule(), found.pointer(), found.level()))
                .containsExactly(warned);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'EbsVolumeConfig':{}} | 1",
                "{} | 0",
                "{'VolumeType':'gp3'} | 0",
                "{'EbsVolumeConfig':{},'VolumeType':'gp3'} | 1",
                "{'ebs_volume_config':{}} | 1",
                "{'EbsVolumeConfig':{},'FsxLustreConfig':null} | 1",
                "{'EbsVolumeConfig':null} | 0",
                "{'EbsVolumeConfig':{},'fsxOpenZfsConfig':{'DnsName':'fs-0123456789abcdef0'}} | 2",
            })
    void countsTheMembersThatAUnionKnows(String item, int held) {
        JsonObject document =
                document("{'InstanceGroups':[{'InstanceStorageConfigs':[%s]}]}".formatted(item));

        assertThat(validator.check(document))
                .filteredOn(found -> found.rule().equals("union"))
                .hasSize(held == 1 ? 0 : 1)
                .allMatch(found ->
                        found.isError()
                                && found.pointer()
                                        .toString()
                                        .equals("/InstanceGroups/0/InstanceStorageConfigs/0"));
    }

    @Test
    void reportsKeyAndValueOfAMapEachOnItsOwn() {
        JsonObject labels =
                JsonObject.of("_", Json.of("_")).with("a", Json.of(1)).with("b/", Json.of("b"));
        JsonObject document =
                JsonObject.of("ClusterName", Json.of("a"))
                        .with(
                                "InstanceGroups",
                                new JsonArray(
                                        List.of(
                                                group("InstanceCount", Json.of(1))
                                                        .with(
                                                                "KubernetesConfig",
                                                                JsonObject.of("Labels", labels)))));
        String place = " /InstanceGroups/0/KubernetesConfig/Labels/";

        assertThat(summaries(validator.check(document)))
                .containsExactly(
                        "pattern" + place + "_",
                        "pattern" + place + "_",
                        "type" + place + "a",
                        "pattern" + place + "b~1");
    }

    @Test
    @Timeout(20)
    void neverOverflowsNorHangsOnHostileValues() {
        List<String> hostile =
                List.of(
                        "a",
                        "-",
                        "a-",
                        "a.",
                        "/",
                        "\0",
                        "\uD83D\uDE00",
                        "a/",
                        "fs-0",
                        "arn:aws:",
                        " ");
        ServiceModel model = ServiceModel.bundled();
        for (Shape shape : model.shapes().values()) {
            if (shape instanceof Shape.StringShape string) {
                long max = string.length().max().orElseThrow();
                for (String piece : hostile) {
                    String full = piece.repeat((int) max).substring(0, (int) max - 1) + "!";
                    assertThat(string.fits(full) && string.matches(full)).isIn(true, false);
                }
            }
        }
        assertThat(ofTag("a-".repeat(500_000), "a".repeat(1_000_000)))
                .containsExactly("length", "length");
    }

    @Test
    @Timeout(20)
    void bearsThousandsOfUnknownInstanceTypes() {
        List<String> types =
                IntStream.range(0, 16_000).mapToObj(i -> "ml.x" + i + ".48xlarge").toList();
        JsonObject requirements = JsonObject.of("InstanceTypes", JsonArray.ofTexts(types));
        JsonObject group =
                group("InstanceCount", Json.of(1)).with("InstanceRequirements", requirements);

        assertThat(validator.check(withGroup(group))).hasSize(Findings.ENOUGH + 1);
    }

    @Test
    void findsWhatRefusesBehindThousandsOfWarnings() {
        List<String> types =
                IntStream.range(0, 2_000).mapToObj(i -> "ml.x" + i + ".48xlarge").toList();
        JsonObject requirements = JsonObject.of("InstanceTypes", JsonArray.ofTexts(types));
        JsonObject group =
                group("InstanceCount", Json.of(1))
                        .with("InstanceRequirements", requirements)
                        .with("Bogus", Json.of(1));

        assertThat(validator.check(withGroup(group)))
                .filteredOn(Finding::isError)
                .extracting(Finding::rule)
                .containsExactly("items", "unknown-member");
    }

    @Test
    @Timeout(20)
    void bearsThousandsOfUnknownMembers() {
        JsonObject document =
                document(
                        IntStream.range(0, 40_000)
                                .mapToObj("'InstanceGroup%d':0"::formatted)
                                .collect(Collectors.joining(",", "{'ClusterName':'a',", "}")));

        assertThat(validator.check(document)).hasSize(Findings.ENOUGH);
    }

    private List<Finding> check(String text) {
        return validator.check(document(text));
    }

    private List<String> ofCount(Json count) {
        return rulesAt(withGroup(group("InstanceCount", count)), "/InstanceGroups/0/InstanceCount");
    }

    private List<String> ofBatch(String digits) {
        JsonObject batch =
                document(
                        "{'RollingUpdatePolicy':{'MaximumBatchSize':{'Type':'INSTANCE_COUNT','Value':%s}}}"
                                .formatted(digits));
        JsonObject update =
                JsonObject.of("ScheduleExpression", Json.of("x")).with("DeploymentConfig", batch);
        return rulesAt(
                withGroup(group("InstanceCount", Json.of(1)).with("ScheduledUpdateConfig", update)),
                "/InstanceGroups/0/ScheduledUpdateConfig/DeploymentConfig/RollingUpdatePolicy"
                        + "/MaximumBatchSize/Value");
    }

    private List<String> ofTime(String value) {
        JsonObject patch =
                JsonObject.of("PatchingStrategy", Json.of("WhenIdle"))
                        .with(
                                "PatchSchedule",
                                JsonObject.of("NextPatchDate", SpecDocuments.json(value)));
        return rulesAt(
                withGroup(group("InstanceCount", Json.of(1)).with("AutoPatchConfig", patch)),
                "/InstanceGroups/0/AutoPatchConfig/PatchSchedule/NextPatchDate");
    }

    private List<String> ofTag(String key, String value) {
        JsonObject tag = JsonObject.of("Key", Json.of(key)).with("Value", Json.of(value));
        JsonObject document =
                JsonObject.of("ClusterName", Json.of("a"))
                        .with("Tags", new JsonArray(List.of(tag)));
        return validator.check(document).stream().map(Finding::rule).toList();
    }

    /// The rules broken there; nothing else may be wrong.
    private List<String> rulesAt(JsonObject document, String pointer) {
        List<Finding> findings = validator.check(document);
        assertThat(findings)
                .allSatisfy(finding -> assertThat(finding.pointer()).hasToString(pointer));
        return findings.stream().map(Finding::rule).toList();
    }

    private static JsonObject withGroup(JsonObject group) {
        return JsonObject.of("ClusterName", Json.of("a"))
                .with("InstanceGroups", new JsonArray(List.of(group)));
    }

    private static JsonObject group(String member, Json value) {
        return JsonObject.of("InstanceGroupName", Json.of("a"))
                .with("ExecutionRole", Json.of("arn:aws:iam::111122223333:role/x"))
                .with(member, value);
    }
}
