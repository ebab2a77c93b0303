package io.hyperpodgateway.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hyperpodgateway.admission.outcome.Outcome;
import io.hyperpodgateway.admission.outcome.Outcome.Created;
import io.hyperpodgateway.admission.outcome.Outcome.Refused;
import io.hyperpodgateway.admission.outcome.Outcome.WouldCreate;
import io.hyperpodgateway.admission.outcome.Outcomes;
import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.port.CreationResult;
import io.hyperpodgateway.admission.port.LookupFailedException;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.EventType;
import io.hyperpodgateway.audit.FailingAuditLog.LogMethod;
import io.hyperpodgateway.audit.InMemoryAuditLog;
import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.CanonicalJson;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.text.Sha256;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class AdmissionTest {

    private final AdmissionFixture admissionFixture = new AdmissionFixture();
    private final InMemoryAuditLog log = admissionFixture.log;
    private final ScriptedClusters clusters = admissionFixture.clusters;

    @Test
    void createsAClusterThatCarriesTheTagAndLeavesIntentAndOutcome() {
        Outcome outcome = admissionFixture.admit(AdmissionFixture.GOOD);

        assertThat(outcome).isEqualTo(new Created("vision", ScriptedClusters.ARN, List.of()));
        assertThat(clusters.requests())
                .singleElement()
                .satisfies(request ->
                        assertThat(request.items("Tags"))
                                .last()
                                .isEqualTo(
                                        JsonObject.of("Key", Json.of("hyperpod-gateway:request-id"))
                                                .with("Value", Json.of(AdmissionFixture.ID))));
        assertThat(types()).containsExactly(EventType.INTENDED, EventType.COMPLETED);
        AuditEvent intent = events().getFirst();
        assertThat(intent.text("body")).contains(AdmissionFixture.GOOD);
        assertThat(intent.text("bodySha256"))
                .contains(CanonicalJson.sha256(AdmissionFixture.document(AdmissionFixture.GOOD)));
        assertThat(intent.text("request")).contains(clusters.requests().getFirst().toText());
        assertThat(intent.text("clusterName")).contains("vision");
        assertThat(intent.text("principal")).contains("arn:aws:iam::111122223333:role/ml-research");
        assertThat(intent.text("sessionName")).contains("jo");
        AuditEvent completed = events().getLast();
        assertThat(completed.text("outcome")).contains("created");
        assertThat(completed.members().integer("httpStatus")).contains(201L);
        assertThat(completed.text("clusterArn")).contains(ScriptedClusters.ARN);
        assertThat(completed.text("awsRequestId")).contains("aws-1");
        assertThat(completed.text("previousSha256")).contains(intent.sha256());
        assertThat(log.openIntents()).isEmpty();
    }

    @Test
    void sendsRecordsAndDryRunsWhatThePolicyAdds() {
        String additions = "defaults: {NodeRecovery: Automatic}\ntags: {By: '{sessionName}'}\n";
        admissionFixture.policyAlso(additions);
        var fixture = new AdmissionFixture();
        fixture.policyAlso(additions);

        JsonObject dryRun =
                ((WouldCreate) fixture.dryRun(AdmissionFixture.GOOD)).effectiveRequest();
        admissionFixture.admit(AdmissionFixture.GOOD);

        JsonObject sent = clusters.requests().getFirst();
        assertThat(sent).isEqualTo(dryRun);
        assertThat(sent.text("NodeRecovery")).contains("Automatic");
        assertThat(sent.items("Tags").get(1).toText())
                .isEqualTo("{\"Key\":\"By\",\"Value\":\"jo\"}");
        AuditEvent intent =
                events().stream()
                        .filter(event -> event.type() == EventType.INTENDED)
                        .findFirst()
                        .orElseThrow();
        assertThat(intent.text("request")).contains(sent.toText());
        assertThat(intent.text("body")).contains(AdmissionFixture.GOOD);
    }

    @Test
    void readsANullAsLeftOut() {
        admissionFixture.policyAlso(
                "defaults: {NodeRecovery: Automatic}\ntags: {By: '{sessionName}'}\n");
        String nulls =
                AdmissionFixture.GOOD.replaceFirst(
                        "\\{",
                        "{\"NodeRecovery\": null, \"ClusterRole\": null, \"AutoScaling\": null,");

        Outcome outcome = admissionFixture.admit(nulls);

        assertThat(outcome.findings())
                .filteredOn(found -> found.rule().equals("null"))
                .allMatch(found -> !found.isError() && !found.added())
                .extracting(found -> found.pointer().toString())
                .containsExactly("/NodeRecovery", "/ClusterRole", "/AutoScaling");
        JsonObject sent = clusters.requests().getFirst();
        assertThat(sent.text("NodeRecovery")).contains("Automatic");
        assertThat(sent.members()).doesNotContainKeys("ClusterRole", "AutoScaling");
        AuditEvent intent = events().getFirst();
        assertThat(intent.text("body")).contains(nulls);
        assertThat(intent.text("bodySha256"))
                .contains(CanonicalJson.sha256(AdmissionFixture.document(nulls)));
        assertThat(intent.text("request")).contains(sent.toText());
    }

    @Test
    void usesNoDefaultForANullThatIsRequired() {
        admissionFixture.policyAlso("defaults: {InstanceGroups/*: {InstanceCount: 1}}\n");

        assertThat(
                        admissionFixture
                                .admit(
                                        AdmissionFixture.GOOD.replaceFirst(
                                                "\"InstanceCount\": \\d+",
                                                "\"InstanceCount\": null"))
                                .findings())
                .filteredOn(Finding::isError)
                .extracting(Finding::rule)
                .contains("null");
    }

    @Test
    void letsADefaultSupplyWhatIsRequired() {
        admissionFixture.policyAlso(
                "defaults: {InstanceGroups/*: {ExecutionRole:"
                        + " 'arn:aws:iam::111122223333:role/hyperpod-x'}}\n");
        String without = AdmissionFixture.GOOD.replaceAll(",\\s+\"ExecutionRole\": \"[^\"]+\"", "");

        assertThat(without).doesNotContain("ExecutionRole");
        assertThat(admissionFixture.admit(without)).isInstanceOf(Created.class);
    }

    @Test
    void saysWhatItAddedItself() {
        admissionFixture.policyAlso(
                "defaults: {ClusterRole: 'arn:aws:iam::111122223333:role/closed-1',"
                        + " AutoScaling/Mode: Enable}\n");

        Outcome outcome = admissionFixture.admit(AdmissionFixture.GOOD);

        assertThat(outcome.findings())
                .filteredOn(Finding::isError)
                .isNotEmpty()
                .allMatch(Finding::added);
    }

    @Test
    void saysOfWhatItsAdditionsLackThatItAddedThem() {
        admissionFixture.policyAlso(
                """
                  - id: keys
                    check: {requireVolumeEncryption: true}
                defaults:
                  InstanceGroups/*/InstanceStorageConfigs: [{EbsVolumeConfig: {VolumeSizeInGB: 9}}]
                """);

        assertThat(admissionFixture.admit(AdmissionFixture.GOOD).findings())
                .filteredOn(Finding::isError)
                .extracting(finding -> finding.pointer().toString(), Finding::added)
                .containsExactly(
                        tuple("/InstanceGroups/0/InstanceStorageConfigs", true),
                        tuple(
                                "/InstanceGroups/0/InstanceStorageConfigs/0/EbsVolumeConfig/VolumeKmsKeyId",
                                true));
    }

    @Test
    void saysNotOfTheCallersMissingTagThatItAddedIt() {
        admissionFixture.policyAlso("tags: {By: x}\n");
        String untagged = AdmissionFixture.GOOD.replaceAll(",\\s+\"Tags\": \\[.*]", "");

        assertThat(untagged).doesNotContain("Tags");
        assertThat(admissionFixture.admit(untagged).findings())
                .filteredOn(Finding::isError)
                .extracting(finding -> finding.pointer().toString(), Finding::added)
                .containsExactly(tuple("/Tags", false));
    }

    @Test
    void refusesATagThatThePolicySetsOtherwise() {
        admissionFixture.policyAlso("tags: {Team: platform}\n");

        Refused refused = (Refused) admissionFixture.admit(AdmissionFixture.GOOD);

        assertThat(refused.refusal().problem()).isEqualTo(Problem.POLICY_DENIED);
        assertThat(refused.findings())
                .filteredOn(Finding::isError)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("tag-conflict");
                    assertThat(finding.pointer()).hasToString("/Tags/0/Value");
                    assertThat(finding.added()).isFalse();
                });
        assertThat(clusters.requests()).isEmpty();
    }

    @Test
    void countsTheTagsThatItAdds() {
        admissionFixture.policyAlso("tags: {By: x}\n");
        String tags =
                java.util.stream.IntStream.range(0, 48)
                        .mapToObj("{\"Key\": \"k%d\", \"Value\": \"\"}, "::formatted)
                        .collect(java.util.stream.Collectors.joining("", "[", ""));

        Outcome outcome =
                admissionFixture.admit(
                        AdmissionFixture.GOOD.replace("\"Tags\": [", "\"Tags\": " + tags));

        assertThat(outcome.findings())
                .filteredOn(Finding::isError)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("tags");
                    assertThat(finding.added()).isTrue();
                });
    }

    @Test
    void listsARequestByItsFirstEventAlone() {
        admissionFixture.admit(AdmissionFixture.GOOD);

        assertThat(events().getFirst().text("day")).contains("2026-11-23");
        assertThat(events().getFirst().text("listKey"))
                .contains("2026-11-23T12:00:00.000Z#" + AdmissionFixture.ID);
        assertThat(events().getFirst().text("hour")).contains("2026-11-23T12");
        assertThat(events().getLast().text("day")).isEmpty();
        assertThat(events().getLast().text("listKey")).isEmpty();
    }

    @Test
    void dryRunsWithoutCreating() {
        Outcome outcome = admissionFixture.dryRun(AdmissionFixture.GOOD);

        assertThat(outcome).isInstanceOf(WouldCreate.class);
        assertThat(clusters.requests()).isEmpty();
        assertThat(types()).containsExactly(EventType.DRY_RUN);
        assertThat(events().getFirst().text("outcome")).contains("would-create");
        assertThat(events().getFirst().text("request"))
                .contains(((WouldCreate) outcome).effectiveRequest().toText());
    }

    @Test
    void reportsTheCostOfADryRunAndRecordsIt() {
        admissionFixture.policyAlso("prices: {ml.m5.xlarge: 0.2304}\n");

        var dryRun = (WouldCreate) admissionFixture.dryRun(AdmissionFixture.GOOD);

        assertThat(dryRun.hourlyCost().orElseThrow().toText())
                .isEqualTo(
                        "{'total':'0.4608','atLeast':false,'currency':'USD','unpriced':[],'parts':[{'group':'workers','instanceType':'ml.m5.xlarge','count':2,'price':'0.2304','sum':'0.4608'}]}"
                                .replace('\'', '"'));
        assertThat(events().getFirst().text("hourlyCost"))
                .contains(dryRun.hourlyCost().orElseThrow().toText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                             | malformed-request | not-an-object",
                "{\"ClusterName\": }            | malformed-request | syntax",
                "{\"a\": 1, \"a\": 2}           | malformed-request | duplicate-member",
                "{\"a\": \"\\ud800\"}           | malformed-request | lone-surrogate",
                "{} {}                          | malformed-request | trailing-content",
                "{}                             | invalid-request   | required",
                "{\"ClusterName\": 7}           | invalid-request   | type"
            })
    void refusesWhatItCannotTakeAndRecordsIt(String body, String problem, String rule) {
        Outcome outcome = admissionFixture.admit(body);

        assertThat(outcome.id()).isEqualTo(problem);
        assertThat(outcome.findings())
                .anyMatch(finding -> finding.rule().equals(rule) && finding.isError());
        assertThat(clusters.requests()).isEmpty();
        assertThat(types()).containsExactly(EventType.REFUSED);
        assertThat(events().getFirst().text("outcome")).contains(problem);
    }

    @Test
    void recordsAnUnreadableBodyBySizeAndHashAlone() {
        Outcome outcome =
                admissionFixture.admit("{\"a\": {\"hunter2\": 1, \"hunter2\": 2}, \"b\": hunter2}");

        assertThat(outcome.findings()).hasSize(2);
        AuditEvent refused = events().getFirst();
        assertThat(refused.members().toText()).doesNotContain("hunter2");
        assertThat(refused.members().integer("bodySize")).contains(49L);
        assertThat(refused.text("bodySha256").orElseThrow()).hasSize(64);
        assertThat(refused.text("request")).isEmpty();
        assertThat(refused.text("findings").orElseThrow())
                .contains("duplicate-member", "syntax", "line 1");
    }

    @Test
    void recordsAReadableRefusalWithItsRequest() {
        admissionFixture.admit(AdmissionFixture.GOOD.replace("ml.m5.xlarge", "ml.p5.48xlarge"));

        AuditEvent refused = events().getFirst();
        assertThat(refused.text("outcome")).contains("policy-denied");
        assertThat(refused.members().integer("httpStatus")).contains(403L);
        assertThat(refused.text("request").orElseThrow()).contains("ml.p5.48xlarge");
        assertThat(refused.text("clusterName")).contains("vision");
        assertThat(refused.text("findings").orElseThrow()).contains("approved-types");
        assertThat(refused.text("policySha256")).isPresent();
    }

    @Test
    void recordsRefusalsAndDryRunsWithTheBodyAsSent() {
        String denied = AdmissionFixture.GOOD.replace("ml.m5.xlarge", "ml.p5.48xlarge");
        admissionFixture.admit(denied);
        var others = new AdmissionFixture();
        others.dryRun(AdmissionFixture.GOOD);

        AuditEvent refused = events().getFirst();
        assertThat(refused.text("body")).contains(denied);
        assertThat(refused.text("bodySha256"))
                .contains(CanonicalJson.sha256(AdmissionFixture.document(denied)));
        assertThat(refused.text("requestSha256"))
                .contains(Sha256.hex(refused.text("request").orElseThrow()));
        AuditEvent dryRun = others.log.eventsOf(AdmissionFixture.ID, Duration.ZERO).getFirst();
        assertThat(dryRun.text("body")).contains(AdmissionFixture.GOOD);
        assertThat(dryRun.members().get("requestSize")).isEmpty();
    }

    @Test
    void recordsTheBodyAndNoRepairedCopyOfWhatSpecificationRefuses() {
        admissionFixture.policyAlso("defaults: {NodeRecovery: Automatic}\n");
        String body =
                AdmissionFixture.GOOD.replace("\"InstanceCount\": 2", "\"InstanceCount\": \"2\"");

        assertThat(admissionFixture.admit(body).id()).isEqualTo("invalid-request");
        assertThat(events().getFirst().text("request"))
                .contains(AdmissionFixture.document(body).toText());
    }

    /// The request of a dry run is as large as the body and the gateway's tag.
    @ParameterizedTest
    @CsvSource({
        "32768, true,  true",
        "32769, true,  false",
        "32850, true,  false",
        "40000, false, false"
    })
    void recordsUpTo32KibOfWhatMakesNothing(int size, boolean body, boolean request) {
        int tag = dryRunSize(AdmissionFixture.GOOD) - compact(AdmissionFixture.GOOD);

        admissionFixture.dryRun(ofSize(size - tag));

        AuditEvent event = events().getFirst();
        assertThat(event.text("body").isPresent()).isEqualTo(body);
        assertThat(event.text("bodySha256").orElseThrow()).hasSize(64);
        assertThat(event.text("request").isPresent()).isEqualTo(request);
        assertThat(event.text("requestSha256").isPresent()).isEqualTo(request);
        assertThat(event.members().integer("requestSize"))
                .isEqualTo(request ? Optional.empty() : Optional.of((long) size));
    }

    @Test
    void measuresTheBodyInItsCompactForm() {
        String spread = ofSize(32_000).replace("\"Tags\"", " ".repeat(2_000) + "\"Tags\"");

        admissionFixture.dryRun(spread);

        assertThat(spread.length()).isGreaterThan(33_000);
        assertThat(events().getFirst().text("body")).contains(spread);
    }

    @Test
    void recordsLargeRefusalsBySizeAndHash() {
        String body = ofSize(40_000).replaceFirst("ml.m5.xlarge", "ml.p5.48xlarge");

        assertThat(admissionFixture.admit(body).id()).isEqualTo("policy-denied");

        AuditEvent refused = events().getFirst();
        assertThat(refused.members().integer("requestSize")).contains(40_002L);
        assertThat(refused.text("bodySha256"))
                .contains(CanonicalJson.sha256(AdmissionFixture.document(body)));
        assertThat(refused.text("clusterName")).contains("vision");
        assertThat(refused.text("requestSha256")).isEmpty();
    }

    @Test
    void hashesTheBytesOfABodyThatHasNoCanonicalForm() {
        String body = "{\"ClusterName\": 1e999}";

        assertThat(admissionFixture.admit(body).id()).isEqualTo("invalid-request");
        assertThat(events().getFirst().text("bodySha256")).contains(Sha256.hex(body));
        assertThat(events().getFirst().text("body")).contains(body);
    }

    @Test
    void keepsTheWholeOfAnIntent() {
        String body = ofSize(40_000);

        admissionFixture.admit(body);

        assertThat(events().getFirst().text("body")).contains(body);
        assertThat(events().getFirst().text("request")).isPresent();
    }

    @Test
    void recordsWhenTheRequestArrived() {
        admissionFixture.advance(Duration.ofMillis(1_234));

        admissionFixture.admit(AdmissionFixture.GOOD);

        assertThat(events())
                .allSatisfy(event -> {
                    assertThat(event.text("decidedAt")).contains("2026-11-23T12:00:00.000Z");
                    assertThat(event.text("at")).contains("2026-11-23T12:00:01.234Z");
                });
    }

    @Test
    void marksTheFindingsThatTheCallerIsNotShown() {
        admissionFixture.admit(AdmissionFixture.GOOD.replace("ml.m5.xlarge", "ml.m5.unheard"));

        assertThat(recorded(events().getFirst()))
                .extracting(
                        finding -> finding.text("rule").orElseThrow(),
                        finding -> finding.get("audit").isPresent())
                .containsExactly(
                        tuple("unknown-instance-type", false), tuple("watched-names", true));
    }

    private static List<JsonObject> recorded(AuditEvent event) {
        return ((JsonArray) JsonReader.read(event.text("findings").orElseThrow()).orElseThrow())
                .items().stream().map(JsonObject.class::cast).toList();
    }

    private static int dryRunSize(String body) {
        return ((WouldCreate) new AdmissionFixture().dryRun(body))
                .effectiveRequest()
                .toText()
                .length();
    }

    private static int compact(String body) {
        return AdmissionFixture.document(body).toText().length();
    }

    /// A request of that many bytes in compact form: its groups' roles have long paths.
    private static String ofSize(int size) {
        var groups = new StringBuilder();
        for (int i = 0; i < 19; i++) groups.append(group(i, ""));
        int share = (size - compact(AdmissionFixture.GOOD) - compactGroups(groups)) / 19;
        int rest = size - compact(AdmissionFixture.GOOD) - compactGroups(groups) - 19 * share;
        var padded = new StringBuilder();
        for (int i = 0; i < 19; i++)
            padded.append(group(i, "a".repeat(i == 0 ? share + rest : share)));
        return AdmissionFixture.GOOD.replace(
                "on_create.sh\"}}]", "on_create.sh\"}}" + padded + "]");
    }

    private static int compactGroups(CharSequence groups) {
        return groups.toString().replace(" ", "").length();
    }

    private static String group(int number, String path) {
        return """
        , {"InstanceGroupName": "more-%d", "InstanceType": "ml.m5.xlarge", "InstanceCount": 1, \
        "ExecutionRole": "arn:aws:iam::111122223333:role/hyperpod-%s", \
        "LifeCycleConfig": {"SourceS3Uri": "s3://sagemaker-stories/x", "OnCreate": "a.sh"}}\
        """
                .formatted(number, path);
    }

    @Test
    void recordsAClusterNameOnlyIfItIsOne() {
        admissionFixture.admit(AdmissionFixture.GOOD.replace("vision", "no_name"));

        assertThat(events().getFirst().text("clusterName")).isEmpty();
    }

    @Test
    void reportsAllFindingsOfAStageAtOnce() {
        String body =
                AdmissionFixture.GOOD
                        .replace("ml.m5.xlarge", "ml.p5.48xlarge")
                        .replace("\"Team\"", "\"Crew\"");

        assertThat(admissionFixture.admit(body).findings()).hasSize(2).allMatch(Finding::isError);
    }

    @Test
    void showsWarningsAndKeepsAuditedFindingsToTheRecord() {
        Outcome outcome =
                admissionFixture.admit(
                        AdmissionFixture.GOOD.replace("ml.m5.xlarge", "ml.m5.unheard"));

        assertThat(outcome).isInstanceOf(Created.class);
        assertThat(outcome.findings())
                .extracting(Finding::rule)
                .containsExactly("unknown-instance-type");
        assertThat(events().getFirst().text("findings").orElseThrow())
                .contains("unknown-instance-type", "watched-names");
        assertThat(events().getLast().text("findings").orElseThrow())
                .contains("unknown-instance-type")
                .doesNotContain("watched-names");
    }

    @Test
    void reportsRulesThatCouldNotBeDecided() {
        String endless = "{clusterName: {pattern: '(.*)(.*)(.*)(.*)(.*)b'}}";
        admissionFixture.policyAlso(
                """
                  - {id: slow, enforcement: warn, check: %1$s}
                  - {id: slow-too, enforcement: audit, check: %1$s}
                  - {id: quick, enforcement: warn, check: {clusterName: {pattern: b}}}
                """
                        .formatted(endless));

        Outcome outcome =
                admissionFixture.admit(
                        AdmissionFixture.GOOD.replace("vision\",\n", "a".repeat(60) + "\",\n"));

        assertThat(outcome).isInstanceOf(Created.class);
        assertThat(admissionFixture.telemetry.undecided()).containsExactly("slow", "slow-too");
    }

    @Test
    void turnsNobodyAway() {
        Outcome outcome = admissionFixture.admitUnidentified(AdmissionFixture.GOOD);

        assertThat(outcome.id()).isEqualTo("unidentified");
        assertThat(types()).containsExactly(EventType.REFUSED);
        assertThat(events().getFirst().text("principal")).isEmpty();
    }

    @Test
    void createsNothingWithoutARecordedIntent() {
        admissionFixture.refusing(LogMethod.INTEND);

        Outcome outcome = admissionFixture.admit(AdmissionFixture.GOOD);

        assertThat(outcome.id()).isEqualTo("audit-unavailable");
        assertThat(clusters.requests()).isEmpty();
        assertThat(admissionFixture.telemetry.unrecorded())
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.text("body")).isEmpty();
                    assertThat(event.text("request")).isEmpty();
                    assertThat(event.text("userAgent")).isEmpty();
                    assertThat(event.sha256())
                            .isEqualTo(CanonicalJson.sha256(event.members().without("sha256")));
                });
    }

    @Test
    void reducesFindingsToRulePointerAndLevelBeforeItHashes() {
        admissionFixture.refusing(LogMethod.APPEND);
        String body =
                AdmissionFixture.GOOD
                        .replace("\"InstanceCount\": 2", "\"InstanceCount\": \"hush-value\"")
                        .replace("\"Tags\"", "\"hush-name\": {\"hush-inner\": 1}, \"Tags\"");

        assertThat(admissionFixture.admit(body).id()).isEqualTo("invalid-request");

        AuditEvent event = admissionFixture.telemetry.unrecorded().getFirst();
        assertThat(event.members().toText()).doesNotContain("hush");
        assertThat(recorded(event))
                .contains(
                        JsonObject.of("rule", Json.of("type"))
                                .with("pointer", Json.of("/InstanceGroups/0/InstanceCount"))
                                .with("level", Json.of("ERROR")),
                        JsonObject.of("rule", Json.of("unknown-member"))
                                .with("pointer", Json.of(""))
                                .with("level", Json.of("ERROR")));
        assertThat(event.hashMatches()).isTrue();
        assertThat(Outcomes.findings(event)).isNotEmpty();
    }

    @Test
    void logsNoKeyOfALabel() {
        admissionFixture.refusing(LogMethod.APPEND);
        String labels =
                "\"KubernetesConfig\": {\"Labels\": {\"hush/hush-key\": 7}}, \"InstanceType\"";

        admissionFixture.admit(AdmissionFixture.GOOD.replace("\"InstanceType\"", labels));

        AuditEvent event = admissionFixture.telemetry.unrecorded().getFirst();
        assertThat(event.text("findings").orElseThrow())
                .contains("\"/InstanceGroups/0/KubernetesConfig/Labels\"");
        assertThat(event.members().toText()).doesNotContain("hush");
    }

    @Test
    void answersAndLogsARefusalThatCannotBeRecorded() {
        admissionFixture.refusing(LogMethod.APPEND);

        assertThat(admissionFixture.admit("{}").id()).isEqualTo("invalid-request");
        assertThat(admissionFixture.telemetry.unrecorded()).hasSize(1);
    }

    @Test
    void answersTheTruthWhenTheOutcomeCannotBeRecorded() {
        admissionFixture.refusing(LogMethod.CONCLUDE);

        assertThat(admissionFixture.admit(AdmissionFixture.GOOD)).isInstanceOf(Created.class);
        assertThat(types()).containsExactly(EventType.INTENDED);
        assertThat(log.openIntents())
                .extracting(AuditEvent::requestId)
                .containsExactly(AdmissionFixture.ID);
        assertThat(admissionFixture.telemetry.unrecorded()).hasSize(1);
    }

    @Test
    void answersTheWinnersOutcomeIfAnotherWasRecordedFirst() {
        clusters.creating(request -> {
            log.conclude(
                    admissionFixture.resolved(events().getFirst(), "not-created"),
                    Duration.ofSeconds(1));
            return clusters.make(request);
        });

        assertThat(admissionFixture.admit(AdmissionFixture.GOOD).id())
                .isEqualTo("sagemaker-unavailable");
        assertThat(types()).containsExactly(EventType.INTENDED, EventType.RESOLVED);
    }

    @Test
    void sendsNothingWithTooLittleTimeLeft() {
        admissionFixture.remaining(Duration.ofMillis(7_999));

        Outcome outcome = admissionFixture.admit(AdmissionFixture.GOOD);

        assertThat(outcome.id()).isEqualTo("sagemaker-unavailable");
        assertThat(clusters.requests()).isEmpty();
        assertThat(types()).containsExactly(EventType.INTENDED, EventType.COMPLETED);
        assertThat(log.openIntents()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"8000, 4000", "21000, 17000", "22000, 18000", "28000, 18000"})
    void givesTheCallWhatIsLeftLessFourSecondsAtMostEighteen(long remaining, long budget) {
        admissionFixture.remaining(Duration.ofMillis(remaining));

        admissionFixture.admit(AdmissionFixture.GOOD);

        assertThat(clusters.budgets()).containsExactly(Duration.ofMillis(budget));
    }

    @ParameterizedTest
    @EnumSource(
            value = Problem.class,
            names = {
                "REJECTED_BY_SAGEMAKER",
                "RESOURCE_LIMIT_EXCEEDED",
                "THROTTLED",
                "GATEWAY_MISCONFIGURED",
                "SAGEMAKER_UNAVAILABLE",
                "CLUSTER_EXISTS"
            })
    void recordsWhatSageMakerRefused(Problem problem) {
        clusters.creating(_ ->
                new CreationResult.NotMade(
                        problem, "its own words", List.of(), false, Optional.of("aws-2")));

        Outcome outcome = admissionFixture.admit(AdmissionFixture.GOOD);

        assertThat(outcome.id()).isEqualTo(problem.id());
        assertThat(outcome.findings())
                .singleElement()
                .matches(finding -> finding.message().endsWith("its own words"));
        assertThat(types()).containsExactly(EventType.INTENDED, EventType.COMPLETED);
        assertThat(events().getLast().text("awsRequestId")).contains("aws-2");
        assertThat(Outcomes.of(events().getFirst(), events().getLast())).isEqualTo(outcome);
    }

    @Test
    void leavesTheIntentOpenWhenNobodyKnows() {
        clusters.creating(
                _ -> new CreationResult.Unknown("the connection was lost", Optional.empty()));

        Outcome outcome = admissionFixture.admit(AdmissionFixture.GOOD);

        assertThat(outcome.id()).isEqualTo("outcome-unknown");
        assertThat(types()).containsExactly(EventType.INTENDED);
        assertThat(log.openIntents())
                .extracting(AuditEvent::requestId)
                .containsExactly(AdmissionFixture.ID);
        assertThat(admissionFixture.telemetry.open()).hasSize(1);
    }

    @Test
    void settlesALostAnswerByTheTag() {
        clusters.creating(request -> {
            clusters.make(request);
            return new CreationResult.Unknown("the connection was lost", Optional.empty());
        });

        assertThat(admissionFixture.admit(AdmissionFixture.GOOD)).isInstanceOf(Created.class);
        assertThat(types()).containsExactly(EventType.INTENDED, EventType.COMPLETED);
    }

    @Test
    void settlesALostAnswerAgainstAnothersCluster() {
        clusters.put(
                "vision",
                "InService",
                AdmissionFixture.NOW,
                Map.of("hyperpod-gateway:request-id", "r-" + "0".repeat(32)));
        clusters.creating(_ -> new CreationResult.Unknown("time ran out", Optional.empty()));

        assertThat(admissionFixture.admit(AdmissionFixture.GOOD).id()).isEqualTo("cluster-exists");
        assertThat(types()).containsExactly(EventType.INTENDED, EventType.COMPLETED);
    }

    @ParameterizedTest
    @CsvSource({"-61, cluster-exists", "-60, outcome-unknown", "5, outcome-unknown"})
    void judgesAnUntaggedClusterByItsAge(long seconds, String outcome) {
        clusters.put("vision", "Creating", AdmissionFixture.NOW.plusSeconds(seconds), Map.of());
        clusters.creating(_ -> new CreationResult.Unknown("time ran out", Optional.empty()));

        assertThat(admissionFixture.admit(AdmissionFixture.GOOD).id()).isEqualTo(outcome);
    }

    @Test
    void settlesNothingByAClusterThatIsBeingDeleted() {
        clusters.put(
                "vision",
                "Deleting",
                Instant.EPOCH,
                Map.of("hyperpod-gateway:request-id", AdmissionFixture.ID));
        clusters.creating(_ -> new CreationResult.Unknown("time ran out", Optional.empty()));

        assertThat(admissionFixture.admit(AdmissionFixture.GOOD).id()).isEqualTo("outcome-unknown");
    }

    @Test
    void settlesNothingWhenLookingFails() {
        clusters.failLookups(
                new LookupFailedException(Problem.THROTTLED, "throttled", new RuntimeException()));
        clusters.creating(_ -> new CreationResult.Unknown("time ran out", Optional.empty()));

        assertThat(admissionFixture.admit(AdmissionFixture.GOOD).id()).isEqualTo("outcome-unknown");
    }

    @Test
    void knowsItsOwnClusterWhenTheNameIsTaken() {
        clusters.creating(request -> {
            clusters.make(request);
            return new CreationResult.NotMade(
                    Problem.CLUSTER_EXISTS, "taken", List.of(), false, Optional.empty());
        });

        assertThat(admissionFixture.admit(AdmissionFixture.GOOD)).isInstanceOf(Created.class);
    }

    @Test
    void doesNotKnowWhoseTheTakenNameIsWhereLookingFails() {
        clusters.failLookups(
                new LookupFailedException(Problem.THROTTLED, "throttled", new RuntimeException()));
        clusters.creating(request -> {
            clusters.make(request);
            return new CreationResult.NotMade(
                    Problem.CLUSTER_EXISTS, "taken", List.of(), false, Optional.empty());
        });

        assertThat(admissionFixture.admit(AdmissionFixture.GOOD).id()).isEqualTo("outcome-unknown");
        assertThat(types()).containsExactly(EventType.INTENDED);
    }

    @Test
    void treatsABugInTheCallAsAnUnknownFate() {
        clusters.creating(_ -> {
            throw new IllegalStateException("a bug");
        });

        assertThat(admissionFixture.admit(AdmissionFixture.GOOD).id()).isEqualTo("outcome-unknown");
        assertThat(admissionFixture.telemetry.bugs()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"created", "cluster-exists", "rejected-by-sagemaker"})
    void readsOutcomesBackFromTheRecord(String outcome) {
        if (!outcome.equals("created")) {
            clusters.creating(_ ->
                    new CreationResult.NotMade(
                            Problem.of(outcome), "words", List.of(), false, Optional.empty()));
        }

        Outcome answered = admissionFixture.admit(AdmissionFixture.GOOD);

        assertThat(answered)
                .isInstanceOf(outcome.equals("created") ? Created.class : Refused.class);
        assertThat(Outcomes.of(events().getFirst(), events().getLast())).isEqualTo(answered);
    }

    private List<AuditEvent> events() {
        return log.eventsOf(AdmissionFixture.ID, Duration.ofSeconds(1));
    }

    private List<EventType> types() {
        return events().stream().map(AuditEvent::type).toList();
    }
}
