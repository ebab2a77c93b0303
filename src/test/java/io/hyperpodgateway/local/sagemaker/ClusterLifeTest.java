package io.hyperpodgateway.local.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.admission.outcome.Translation;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How clusters fail by their names, are scaled and deleted, with calls like those of the AWS CLI.
class ClusterLifeTest {

    private static final Duration WORK = Duration.ofSeconds(30);

    private final SettableClock clock = new SettableClock();
    private final HttpClient http = HttpClient.newHttpClient();
    private SageMakerStandIn standIn;

    @BeforeEach
    void start() throws IOException {
        clock.set(Instant.parse("2026-11-23T10:00:00Z"));
        standIn =
                SageMakerStandIn.start(StandInSettings.DEFAULT.withClock(clock).withCreating(WORK));
    }

    @AfterEach
    void stop() throws IOException {
        standIn.close();
        http.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fail-capacity-a, insufficient-capacity, do not have sufficient capacity",
        "fail-script-a, lifecycle-script-failed, Lifecycle scripts did not run successfully",
        "fail-a, none, EFA health checks did not run successfully"
    })
    void failsAsTheNameSays(String name, String cause, String words) throws Exception {
        create(name);
        assertThat(status(name)).isEqualTo("Creating");
        assertThat(describe(name).text("FailureMessage")).contains("");

        clock.forward(WORK);

        assertThat(status(name)).isEqualTo("Failed");
        String message = describe(name).text("FailureMessage").orElseThrow();
        assertThat(message).contains(words);
        assertThat(Translation.ofFailure(message).map(Translation::rule).orElse("none"))
                .isEqualTo(cause);
    }

    @Test
    void refusesForAQuotaAsTheNameSays() throws Exception {
        HttpResponse<String> refused = call("CreateCluster", document("fail-quota-a"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).text("__type")).contains("ResourceLimitExceeded");
        assertThat(json(refused).text("Message").orElseThrow())
                .contains("'ml.m5.xlarge for cluster usage'", "request delta of 2 Instances");
        assertThat(call("DescribeCluster", named("fail-quota-a")).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"failing", "fail", "my-fail-capacity-a", "Fail-a"})
    void failsForNoOtherName(String name) throws Exception {
        create(name);
        clock.forward(WORK);

        assertThat(status(name)).isEqualTo("InService");
    }

    @Test
    void deletesInAWhile() throws Exception {
        String arn = create("a");
        clock.forward(WORK);

        assertThat(json(call("DeleteCluster", named("a"))).text("ClusterArn")).contains(arn);
        assertThat(status("a")).isEqualTo("Deleting");
        assertThat(call("CreateCluster", document("a")).body()).contains("ResourceInUse");

        clock.forward(WORK.minusSeconds(1));
        call("DeleteCluster", named(arn));
        clock.forward(Duration.ofSeconds(1));

        assertThat(call("DescribeCluster", named("a")).body()).contains("ResourceNotFound");
        assertThat(call("DeleteCluster", named("a")).body()).contains("ResourceNotFound");
        assertThat(json(call("ListClusters", "{}")).items("ClusterSummaries")).isEmpty();
        assertThat(create("a")).isNotEqualTo(arn);
    }

    @Test
    void deletesAClusterThatFailed() throws Exception {
        create("fail-a");
        clock.forward(WORK);
        call("DeleteCluster", named("fail-a"));
        clock.forward(WORK);

        assertThat(standIn.clusters().all()).isEmpty();
    }

    @Test
    void scalesGroupsAddsAndDeletesThem() throws Exception {
        create("a");
        clock.forward(WORK);

        HttpResponse<String> updated =
                call(
                        "UpdateCluster",
                        """
                        {"ClusterName": "a", "NodeRecovery": "None", "InstanceGroups": [
                          {"InstanceGroupName": "workers", "InstanceCount": 5},
                          {"InstanceGroupName": "more", "InstanceCount": 1}]}
                        """);

        assertThat(updated.statusCode()).isEqualTo(200);
        assertThat(status("a")).isEqualTo("Updating");
        clock.forward(WORK);
        assertThat(status("a")).isEqualTo("InService");
        assertThat(describe("a").text("NodeRecovery")).contains("None");
        List<JsonObject> groups = groups("a");
        assertThat(groups).hasSize(2);
        assertThat(groups.getFirst().integer("TargetCount")).contains(5L);
        assertThat(groups.getFirst().text("InstanceType")).contains("ml.m5.xlarge");

        call("UpdateCluster", "{\"ClusterName\": \"a\", \"InstanceGroupsToDelete\": [\"more\"]}");
        assertThat(groups("a"))
                .extracting(group -> group.text("InstanceGroupName").orElseThrow())
                .containsExactly("workers");
    }

    @Test
    void updatesNoClusterThatIsBusy() throws Exception {
        create("a");

        assertThat(call("UpdateCluster", named("a")).body())
                .contains("ConflictException", "Creating");
        assertThat(call("UpdateCluster", named("b")).body()).contains("ResourceNotFound");
    }

    private String create(String name) throws Exception {
        return json(call("CreateCluster", document(name))).text("ClusterArn").orElseThrow();
    }

    private String status(String name) throws Exception {
        return describe(name).text("ClusterStatus").orElseThrow();
    }

    private List<JsonObject> groups(String name) throws Exception {
        return describe(name).items("InstanceGroups").stream().map(JsonObject.class::cast).toList();
    }

    private JsonObject describe(String name) throws Exception {
        return json(call("DescribeCluster", named(name)));
    }

    private HttpResponse<String> call(String operation, String body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(standIn.endpoint().resolve("/"))
                        .header("Content-Type", "application/x-amz-json-1.1")
                        .header("X-Amz-Target", "SageMaker." + operation)
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static String named(String name) {
        return "{\"ClusterName\": \"%s\"}".formatted(name);
    }

    private static String document(String name) {
        return """
        {"ClusterName": "%s", "InstanceGroups": [{"InstanceGroupName": "workers",
          "InstanceType": "ml.m5.xlarge", "InstanceCount": 2}]}
        """
                .formatted(name);
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return (JsonObject) JsonReader.read(answer.body()).orElseThrow();
    }
}
