package io.hyperpodgateway.local.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.ClusterSummary;
import software.amazon.awssdk.services.sagemaker.model.CreateClusterRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeClusterResponse;
import software.amazon.awssdk.services.sagemaker.model.ResourceInUseException;
import software.amazon.awssdk.services.sagemaker.model.ResourceLimitExceededException;
import software.amazon.awssdk.services.sagemaker.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;
import software.amazon.awssdk.services.sagemaker.model.Tag;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

class SageMakerStandInTest {

    private static final SettableClock CLOCK = new SettableClock();
    private static SageMakerStandIn standIn;
    private static SageMakerClient client;

    @BeforeAll
    static void start() throws IOException {
        standIn =
                SageMakerStandIn.start(
                        StandInSettings.DEFAULT
                                .withClock(CLOCK)
                                .withQuota(30)
                                .withCreating(Duration.ofMinutes(5)));
        client = StandInClient.of(standIn.endpoint(), Duration.ofSeconds(10));
    }

    @AfterAll
    static void stop() throws IOException {
        client.close();
        standIn.close();
    }

    @BeforeEach
    void reset() {
        standIn.reset();
        CLOCK.set(Instant.parse("2026-11-23T10:00:00.123Z"));
    }

    @Test
    void makesAClusterAndGivesItAnArn() {
        String arn = create("alpha").clusterArn();

        assertThat(arn).matches("arn:aws:sagemaker:us-east-1:000000000000:cluster/[a-z0-9]{12}");
        assertThat(standIn.clusters().find("alpha"))
                .hasValueSatisfying(cluster -> assertThat(cluster.arn()).isEqualTo(arn));
    }

    @Test
    void describesAClusterByNameAndByArn() {
        String arn = create("alpha").clusterArn();

        assertThat(describe(arn)).hasToString(describe("alpha").toString());
        assertThat(describe("alpha").clusterArn()).isEqualTo(arn);
    }

    @Test
    void clusterIsCreatingAndThenInService() {
        create("alpha");

        DescribeClusterResponse young = describe("alpha");
        CLOCK.forward(Duration.ofMinutes(5));
        DescribeClusterResponse grown = describe("alpha");

        assertThat(young.clusterStatusAsString()).isEqualTo("Creating");
        assertThat(young.creationTime()).isEqualTo("2026-11-23T10:00:00.123Z");
        assertThat(young.instanceGroups().getFirst().currentCount()).isZero();
        assertThat(grown.clusterStatusAsString()).isEqualTo("InService");
        assertThat(grown.instanceGroups().getFirst().currentCount()).isEqualTo(2);
        assertThat(grown.instanceGroups().getFirst().targetCount()).isEqualTo(2);
        assertThat(grown.instanceGroups().getFirst().statusAsString()).isEqualTo("InService");
    }

    @Test
    void refusesANameThatIsTaken() {
        create("alpha");

        assertThatThrownBy(() -> create("alpha")).isInstanceOf(ResourceInUseException.class);
    }

    @Test
    void refusesMoreThanTheQuota() {
        IntStream.range(0, 30).forEach(i -> create("c" + i));

        assertThatThrownBy(() -> create("one-more"))
                .isInstanceOf(ResourceLimitExceededException.class)
                .hasMessageContaining("is 30 Clusters, with current utilization of 30 Clusters");
    }

    @Test
    void knowsNoClusterThatNobodyMade() {
        assertThatThrownBy(() -> describe("nobody"))
                .isInstanceOf(ResourceNotFoundException.class)
                .satisfies(e -> assertThat(((SageMakerException) e).requestId()).isNotEmpty());
    }

    @Test
    void refusesAMisshapenName() {
        assertThatThrownBy(() -> create("-alpha")).satisfies(code("ValidationException"));
        assertThatThrownBy(() -> describe("-alpha")).satisfies(code("ValidationException"));
        assertThatThrownBy(() -> client.createCluster(_ -> {}))
                .satisfies(code("ValidationException"));
    }

    @Test
    void refusesATagKeyThatOccursTwice() {
        assertThatThrownBy(() -> create("alpha", tag("Team", "a"), tag("Team", "b")))
                .satisfies(code("ValidationException"));
    }

    @Test
    void listsTagsByArnAlone() {
        String arn = create("alpha", tag("Team", "a")).clusterArn();

        assertThat(client.listTags(request -> request.resourceArn(arn)).tags())
                .containsExactly(tag("Team", "a"));
        assertThatThrownBy(() -> client.listTags(request -> request.resourceArn("alpha")))
                .satisfies(code("ValidationException"));
    }

    @Test
    void listsTagsFiftyToAPage() {
        var many = new TreeMap<String, String>();
        IntStream.range(0, 120).forEach(i -> many.put("key-" + i, "v"));
        String arn = standIn.clusters().put("alpha", many).arn();

        var first = client.listTags(request -> request.resourceArn(arn));
        var second =
                client.listTags(request -> request.resourceArn(arn).nextToken(first.nextToken()));
        var third =
                client.listTags(request -> request.resourceArn(arn).nextToken(second.nextToken()));

        assertThat(List.of(first.tags().size(), second.tags().size(), third.tags().size()))
                .containsExactly(50, 50, 20);
        assertThat(third.nextToken()).isNull();
        assertThatThrownBy(
                        () -> client.listTags(request -> request.resourceArn(arn).maxResults(49)))
                .satisfies(code("ValidationException"));
    }

    @Test
    void listsClustersFilteredSortedAndInPages() {
        for (String name : List.of("b-one", "a-one", "c-two", "d-one")) {
            create(name);
            CLOCK.forward(Duration.ofSeconds(1));
        }

        var first =
                client.listClusters(request ->
                        request.nameContains("one")
                                .sortBy("NAME")
                                .sortOrder("Descending")
                                .maxResults(2));
        var second =
                client.listClusters(request ->
                        request.nameContains("one")
                                .sortBy("NAME")
                                .sortOrder("Descending")
                                .maxResults(2)
                                .nextToken(first.nextToken()));

        assertThat(first.clusterSummaries())
                .extracting(ClusterSummary::clusterName)
                .containsExactly("d-one", "b-one");
        assertThat(second.clusterSummaries())
                .extracting(ClusterSummary::clusterName)
                .containsExactly("a-one");
        assertThat(second.nextToken()).isNull();
    }

    @Test
    void listsClustersByTheirAge() {
        create("older");
        CLOCK.forward(Duration.ofSeconds(10));
        create("younger");
        Instant between = CLOCK.instant().minusSeconds(5);

        assertThat(
                        client.listClusters(request -> request.creationTimeAfter(between))
                                .clusterSummaries())
                .extracting(ClusterSummary::clusterName)
                .containsExactly("younger");
        assertThat(
                        client.listClusters(request -> request.creationTimeBefore(between))
                                .clusterSummaries())
                .extracting(ClusterSummary::clusterName)
                .containsExactly("older");
    }

    @Test
    void refusesATokenOfAnotherMaking() {
        assertThatThrownBy(() -> client.listClusters(request -> request.nextToken("!")))
                .satisfies(code("ValidationException"));
    }

    @Test
    void recordsWhatItWasSent() {
        create("alpha", tag("Team", "a"));

        RecordedRequest request = standIn.requests(StandInOperation.CREATE_CLUSTER).getFirst();

        assertThat(request.document().text("ClusterName")).hasValue("alpha");
        assertThat(request.header("x-amz-target")).hasValue("SageMaker.CreateCluster");
        assertThat(request.header("authorization"))
                .hasValueSatisfying(
                        value -> assertThat(value).contains("/us-east-1/sagemaker/aws4_request"));
    }

    @Test
    void letsATestPutThingsInOrder() {
        standIn.clusters().put("alpha", Map.of("Team", "a"));
        standIn.clusters().change("alpha", cluster -> cluster.inStatus("Deleting"));

        assertThat(describe("alpha").clusterStatusAsString()).isEqualTo("Deleting");

        standIn.clusters().remove("alpha");
        assertThatThrownBy(() -> describe("alpha")).isInstanceOf(ResourceNotFoundException.class);
    }

    static software.amazon.awssdk.services.sagemaker.model.CreateClusterResponse create(
            String name, Tag... tags) {
        return client.createCluster(good(name).tags(tags).build());
    }

    static CreateClusterRequest.Builder good(String name) {
        return CreateClusterRequest.builder()
                .clusterName(name)
                .instanceGroups(group ->
                        group.instanceGroupName("workers")
                                .instanceType("ml.m5.large")
                                .instanceCount(2)
                                .executionRole("arn:aws:iam::000000000000:role/hyperpod-x"));
    }

    private static DescribeClusterResponse describe(String nameOrArn) {
        return client.describeCluster(request -> request.clusterName(nameOrArn));
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private static Consumer<Throwable> code(String code) {
        return e ->
                assertThat(((SageMakerException) e).awsErrorDetails().errorCode()).isEqualTo(code);
    }
}
