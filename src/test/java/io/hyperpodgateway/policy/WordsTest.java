package io.hyperpodgateway.policy;

import static io.hyperpodgateway.policy.Deciding.JO;
import static io.hyperpodgateway.policy.Deciding.PLACE;
import static io.hyperpodgateway.policy.Deciding.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.text.Reading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a policy tells of itself: the figures and names of each check, whatever the sentence around
/// them.
class WordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{allowedInstanceTypes: [ml.g5.*, ml.t3.large]}                         | ml.g5.*,"
                        + " ml.t3.large",
                "{requiredTags: {Team: {values: [vision, speech]}}}                     | Team (one"
                        + " of vision, speech)",
                "{requiredTags: {Cost: {pattern: '[0-9]{4}'}, Project: {}}}             | Cost (a"
                        + " value that matches [0-9]{4}), Project (any value with a visible character)",
                "{maxInstances: {perGroup: 4, perCluster: 8, perType: {ml.p5.*: 2}}}    | 4"
                        + " instances in a group, 8 in the cluster, 2 of ml.p5.*",
                "{clusterName: {pattern: ml-.*}}                                        | ml-.*",
                "{allowedReferences: {subnets: [b, c], kmsKeys: [a]}}                   | subnets:"
                        + " b, c; kmsKeys: a",
                "{requireVpc: true}                                                     | VPC",
                "{allowedOrchestrators: [eks]}                                          | eks",
                "{requireNodeRecovery: Automatic}                                       |"
                        + " Automatic",
                "{requiredDeepHealthChecks: {instanceTypes: [ml.p5.*], checks: [InstanceStress]}} |"
                        + " ml.p5.*",
                "{requiredDeepHealthChecks: {instanceTypes: [ml.p5.*], checks: [InstanceStress]}} |"
                        + " InstanceStress",
                "{requireTrainingPlan: {instanceTypes: [ml.p5.*]}}                      | ml.p5.*",
                "{requireVolumeEncryption: true}                                        | KMS",
                "{maxVolumeSizeInGB: 500}                                               | 500 GB",
                "{maxFileSystemSizeInGiB: 4800}                                         | 4800 GiB",
                "{maxHourlyCost: 120.5}                                                 | 120.50"
                        + " USD",
            })
    void describesACheck(String check, String words) {
        JsonObject described =
                policy("rules: [{id: it, check: %s}]".formatted(check)).describe(JO, PLACE);

        assertThat(((JsonObject) described.items("rules").getFirst()).text("words").orElseThrow())
                .contains(words);
    }

    @Test
    void describesTheTagsThatAreAdded() {
        assertThat(policy("tags: {CreatedBy: '{principal}'}").describe(JO, PLACE).get("tags"))
                .contains(JsonObject.of("CreatedBy", Json.of("{principal}")));
    }

    @Test
    void addsAsManyTagsAsFitBesideTheGateways() {
        String tags =
                IntStream.range(0, 49)
                        .mapToObj("t%d: x"::formatted)
                        .collect(Collectors.joining(", "));

        assertThat(policy("tags: {%s}".formatted(tags)).describe(JO, PLACE).object("tags"))
                .hasValueSatisfying(added -> assertThat(added.members()).hasSize(49));
    }

    @Test
    void fillsAPlaceholderThatStandsFirst() {
        var policy =
                policy(
                        "rules: [{id: it, check: {allowedReferences: {databases:"
                                + " ['{region}.db']}}}]");
        String database =
                "{\"Orchestrator\": {\"Slurm\": {\"AccountingDatabase\": {\"Endpoint\": \"%s\"}}}}";

        assertThat(decide(policy, database.formatted("eu-west-1.db")).denied()).isFalse();
        assertThat(decide(policy, database.formatted("us-east-1.db")).denied()).isTrue();
    }

    @Test
    void passesOverATagWithoutKey() {
        var policy = policy("rules: [{id: it, check: {requiredTags: {Team: {}}}}]");

        assertThat(decide(policy, "{\"Tags\": [{\"Value\": \"x\"}, {\"Key\": \"Team\"}]}").shown())
                .extracting(finding -> finding.pointer().toString())
                .containsExactly("/Tags/1/Value");
    }

    @Test
    void distinguishesRootVolumes() {
        var policy = policy("rules: [{id: it, check: {requireVolumeEncryption: true}}]");
        String volumes =
                "[{\"EbsVolumeConfig\": {\"RootVolume\": true}}, {\"EbsVolumeConfig\": {}}]";
        String request =
                "{\"InstanceGroups\": [{\"InstanceStorageConfigs\": %s}]}".formatted(volumes);

        assertThat(decide(policy, request).shown())
                .filteredOn(finding -> finding.rule().equals("it"))
                .extracting(Finding::message)
                .satisfiesExactly(
                        root -> assertThat(root).contains("root volume"),
                        other -> assertThat(other).doesNotContain("root"));
    }

    @Test
    void readsADocumentAsLongAsOneMayBe() {
        String start = "version: '1'\n#";
        byte[] document =
                (start + "x".repeat(PolicyReader.MAX_BYTES - start.length()))
                        .getBytes(StandardCharsets.UTF_8);

        assertThat(document).hasSize(PolicyReader.MAX_BYTES);
        assertThat(PolicyReader.read(document, ServiceModel.bundled()))
                .isInstanceOf(Reading.Read.class);
    }

    private static Policy policy(String members) {
        return Deciding.policy("version: '1'\nprices: {ml.p5.48xlarge: 55.04}\n" + members);
    }
}
