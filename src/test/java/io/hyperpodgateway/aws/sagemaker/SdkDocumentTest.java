package io.hyperpodgateway.aws.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hyperpodgateway.aws.ScriptedServer;
import io.hyperpodgateway.aws.TestClients;
import io.hyperpodgateway.json.CanonicalJson;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.CreateClusterRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeClusterResponse;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

class SdkDocumentTest {

    private final SampleDocuments documents = SampleDocuments.ofTheModel();

    @Test
    void sendsEveryMemberOfTheModelAsItIs() throws IOException {
        JsonObject maximal = documents.maximal("CreateClusterRequest");

        JsonObject arrived = sent(maximal);

        assertThat(CanonicalJson.textOf(arrived)).isEqualTo(CanonicalJson.textOf(maximal));
    }

    @Test
    void sendsWhatIsEmptyAsEmpty() throws IOException {
        JsonObject hollow =
                parsed(
                        """
                        {"ClusterName":"","RestrictedInstanceGroups":[],"Tags":[],"Orchestrator":{},
                         "InstanceGroups":[{"KubernetesConfig":{"Labels":{}}}]}
                        """);

        assertThat(sent(hollow)).isEqualTo(hollow);
    }

    @Test
    void sendsValuesThatTheModelDoesNotKnow() throws IOException {
        JsonObject newer =
                parsed(
                        """
                        {"ClusterName":"é\\u0000\\n\\"\\\\ 𝄞","NodeRecovery":"Sometimes",
                         "InstanceGroups":[{"InstanceType":"ml.p9.metal","InstanceCount":2147483647,
                           "OnStartDeepHealthChecks":["Everything"]}]}
                        """);

        assertThat(sent(newer)).isEqualTo(newer);
    }

    @Test
    void comesBackFromTheObjects() {
        JsonObject maximal = documents.maximal("CreateClusterRequest");

        JsonObject back =
                SdkDocument.toJson(
                        SdkDocument.fill(CreateClusterRequest.builder(), maximal).build());

        assertThat(CanonicalJson.textOf(back)).isEqualTo(CanonicalJson.textOf(maximal));
    }

    @Test
    void describesEveryMemberOfTheModel() {
        JsonObject maximal = documents.maximal("DescribeClusterResponse");

        JsonObject back =
                SdkDocument.toJson(
                        SdkDocument.fill(DescribeClusterResponse.builder(), maximal).build());

        assertThat(CanonicalJson.textOf(back)).isEqualTo(CanonicalJson.textOf(maximal));
    }

    @Test
    void leavesOutWhatIsAbsent() {
        assertThat(SdkDocument.toJson(DescribeClusterResponse.builder().build()))
                .isEqualTo(JsonObject.EMPTY);
    }

    @Test
    void writesTimesAsEpochSeconds() {
        assertThat(describedAt("2026-11-23T00:00:00Z")).isEqualTo("{\"CreationTime\":1795392000}");
        assertThat(describedAt("2026-11-23T00:00:00.250Z"))
                .isEqualTo("{\"CreationTime\":1795392000.25}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"clusterName\":\"x\"}",
                "{\"ClusterName\":1}",
                "{\"InstanceGroups\":{}}",
                "{\"InstanceGroups\":[\"x\"]}",
                "{\"InstanceGroups\":[{\"Unknown\":1}]}",
                "{\"InstanceGroups\":[{\"InstanceCount\":\"1\"}]}",
                "{\"InstanceGroups\":[{\"KubernetesConfig\":{\"Labels\":[]}}]}",
                "{\"InstanceGroups\":[{\"InstanceStorageConfigs\":"
                        + "[{\"EbsVolumeConfig\":{\"RootVolume\":\"true\"}}]}]}",
                "{\"ClusterName\":null}"
            })
    void refusesWhatHasNoPlaceInTheModel(String text) {
        JsonObject document = parsed(text);

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> SdkDocument.fill(CreateClusterRequest.builder(), document));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e20", "1e999999999", "-1e999999999"})
    void refusesATimeThatDoesNotExist(String seconds) {
        JsonObject document = JsonObject.of("CreationTime", new JsonNumber(seconds));

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> SdkDocument.fill(DescribeClusterResponse.builder(), document));
    }

    @Test
    void namesAtWhatItBroke() {
        JsonObject document = JsonObject.of("Tags", new JsonArray(List.of(Json.of("x"))));

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> SdkDocument.fill(CreateClusterRequest.builder(), document))
                .withMessageContaining("a string");
    }

    private static String describedAt(String time) {
        return SdkDocument.toJson(
                        DescribeClusterResponse.builder().creationTime(Instant.parse(time)).build())
                .toText();
    }

    private static JsonObject sent(JsonObject document) throws IOException {
        try (var server = ScriptedServer.answering(ScriptedServer.ok("{\"ClusterArn\":\"a\"}"));
                SageMakerClient client = TestClients.sageMaker(server.endpoint())) {
            new SageMakerClusterCreator(client).create(document, Duration.ofSeconds(10));
            return parsed(server.calls().getFirst().body());
        }
    }

    private static JsonObject parsed(String text) {
        return (JsonObject) JsonReader.read(text).orElseThrow();
    }
}
