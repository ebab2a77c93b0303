package io.hyperpodgateway.aws.sagemaker;

import static io.hyperpodgateway.aws.ScriptedServer.error;
import static io.hyperpodgateway.aws.ScriptedServer.ok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.port.ClusterLookup.Cluster;
import io.hyperpodgateway.admission.port.LookupFailedException;
import io.hyperpodgateway.aws.ScriptedServer;
import io.hyperpodgateway.aws.ScriptedServer.ScriptedAnswer;
import io.hyperpodgateway.aws.TestClients;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.services.sagemaker.SageMakerClient;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

class SageMakerClusterLookupTest {

    private static final Duration BUDGET = Duration.ofSeconds(10);
    private static final String DESCRIPTION =
            """
            {"ClusterArn":"arn:of:the:cluster","ClusterName":"ml-1","ClusterStatus":"Creating",
             "CreationTime":1763900000.25,
             "InstanceGroups":[{"InstanceGroupName":"workers","InstanceType":"ml.not-yet-known",
               "CurrentCount":0,"TargetCount":2}]}
            """;
    private static final ScriptedAnswer DESCRIBED = ok(DESCRIPTION);
    private static final ScriptedAnswer UNTAGGED = ok("{\"Tags\":[]}");

    @Test
    void describesAClusterWithAllPagesOfItsTags() throws IOException {
        try (var server =
                ScriptedServer.answering(
                        DESCRIBED,
                        ok("{\"Tags\":[{\"Key\":\"Team\",\"Value\":\"ml\"}],\"NextToken\":\"n\"}"),
                        ok("{\"Tags\":[{\"Key\":\"Stage\",\"Value\":\"\"}]}"))) {
            Cluster cluster = find(server).orElseThrow();

            assertThat(cluster.arn()).isEqualTo("arn:of:the:cluster");
            assertThat(cluster.status()).isEqualTo("Creating");
            assertThat(cluster.createdAt()).contains(Instant.parse("2025-11-23T12:13:20.250Z"));
            assertThat(cluster.tags())
                    .containsOnlyKeys("Team", "Stage")
                    .containsEntry("Team", "ml")
                    .containsEntry("Stage", "");
            assertThat(cluster.description()).isEqualTo(parsed(DESCRIPTION));
            assertThat(server.calls())
                    .containsExactly(
                            new ScriptedServer.ReceivedCall(
                                    "DescribeCluster", "{\"ClusterName\":\"ml-1\"}"),
                            new ScriptedServer.ReceivedCall(
                                    "ListTags", "{\"ResourceArn\":\"arn:of:the:cluster\"}"),
                            new ScriptedServer.ReceivedCall(
                                    "ListTags",
                                    "{\"ResourceArn\":\"arn:of:the:cluster\",\"NextToken\":\"n\"}"));
        }
    }

    @Test
    void takesAStatusThatItDoesNotKnowAndNoTime() throws IOException {
        try (var server =
                ScriptedServer.answering(
                        ok("{\"ClusterArn\":\"a\",\"ClusterStatus\":\"Dreaming\"}"), UNTAGGED)) {
            Cluster cluster = find(server).orElseThrow();

            assertThat(cluster.status()).isEqualTo("Dreaming");
            assertThat(cluster.createdAt()).isEmpty();
            assertThat(cluster.tags()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ResourceNotFound, Cluster with name ml-1 not found",
        "ResourceNotFoundException, so it is",
        "ValidationException, Could not find cluster ml-1"
    })
    void findsNone(String code, String message) throws IOException {
        try (var server = ScriptedServer.answering(error(400, code, message))) {
            assertThat(find(server)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, ThrottlingException, THROTTLED",
        "400, AccessDeniedException, GATEWAY_MISCONFIGURED",
        "400, ExpiredTokenException, GATEWAY_MISCONFIGURED",
        "400, ValidationException, SAGEMAKER_UNAVAILABLE",
        "500, InternalFailure, SAGEMAKER_UNAVAILABLE",
        "503, ResourceNotFound, SAGEMAKER_UNAVAILABLE",
        "503, ServiceUnavailable, SAGEMAKER_UNAVAILABLE"
    })
    void reportsWhyItCouldNotLook(int status, String code, Problem problem) throws IOException {
        try (var server = ScriptedServer.answering(error(status, code, "so it is"))) {
            assertFails(server, problem);
        }
        try (var server = ScriptedServer.answering(DESCRIBED, error(status, code, "so it is"))) {
            assertFails(server, problem);
        }
    }

    @Test
    void neverTakesMissingTagsForNone() throws IOException {
        try (var server =
                ScriptedServer.answering(DESCRIBED, error(400, "ResourceNotFound", "gone"))) {
            assertFails(server, Problem.SAGEMAKER_UNAVAILABLE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"ClusterArn\":\"a\"}", "{\"ClusterStatus\":\"InService\"}", "["})
    void canDoNothingWithHalfAnAnswer(String body) throws IOException {
        try (var server = ScriptedServer.answering(ok(body))) {
            assertFails(server, Problem.SAGEMAKER_UNAVAILABLE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Tags\":[{}]}",
                "{\"Tags\":[{\"Key\":\"k\"}]}",
                "{\"Tags\":[{\"Value\":\"v\"}]}",
                "{\"Tags\":[null]}",
                "["
            })
    void canDoNothingWithHalfATag(String body) throws IOException {
        try (var server = ScriptedServer.answering(DESCRIBED, ok(body))) {
            assertFails(server, Problem.SAGEMAKER_UNAVAILABLE);
        }
    }

    @Test
    void endsWithinItsBudget() throws IOException {
        Duration budget = Duration.ofMillis(800);
        try (var server = ScriptedServer.silent();
                SageMakerClient client = TestClients.sageMaker(server.endpoint())) {
            var lookup = new SageMakerClusterLookup(client);
            long before = System.nanoTime();

            assertThatExceptionOfType(LookupFailedException.class)
                    .isThrownBy(() -> lookup.find("ml-1", budget));

            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isLessThan(budget.plusSeconds(1));
        }
    }

    private static void assertFails(ScriptedServer server, Problem problem) {
        assertThatExceptionOfType(LookupFailedException.class)
                .isThrownBy(() -> find(server))
                .satisfies(failure -> assertThat(failure.problem()).isEqualTo(problem));
    }

    private static Optional<Cluster> find(ScriptedServer server) {
        URI endpoint = server.endpoint();
        try (SageMakerClient client = TestClients.sageMaker(endpoint)) {
            return new SageMakerClusterLookup(client).find("ml-1", BUDGET);
        }
    }

    private static JsonObject parsed(String text) {
        return (JsonObject) JsonReader.read(text).orElseThrow();
    }
}
