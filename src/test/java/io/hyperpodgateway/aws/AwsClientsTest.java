package io.hyperpodgateway.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

class AwsClientsTest {

    private final Map<String, Duration> times = new ConcurrentHashMap<>();
    private final AwsClients clients =
            new AwsClients("eu-west-1", TestClients.CREDENTIALS, times::put);

    @Test
    void reportsHowLongEachCallTook() throws IOException {
        try (var server = ScriptedServer.answering(ScriptedServer.ok("{}"));
                SageMakerClient sageMaker = clients.sageMaker(Optional.of(server.endpoint()));
                DynamoDbClient dynamoDb = clients.dynamoDb(Optional.of(server.endpoint()))) {
            sageMaker.describeCluster(r -> r.clusterName("ml-1"));
            dynamoDb.putItem(r -> r.tableName("audit").item(Map.of()));
        }

        assertThat(times).containsOnlyKeys("DescribeCluster", "PutItem");
        assertThat(times.values()).allSatisfy(time -> assertThat(time).isPositive());
    }

    @Test
    void reportsHowLongAFailedCallTook() throws IOException {
        try (var server =
                        ScriptedServer.answering(
                                ScriptedServer.error(500, "InternalFailure", "oh"));
                SageMakerClient sageMaker = clients.sageMaker(Optional.of(server.endpoint()))) {
            assertThatExceptionOfType(SdkException.class)
                    .isThrownBy(() -> sageMaker.createCluster(r -> r.clusterName("ml-1")));
        }

        assertThat(times).containsOnlyKeys("CreateCluster");
    }

    @Test
    void retriesNothingOfDynamoDbByItself() throws IOException {
        try (var server =
                        ScriptedServer.answering(
                                ScriptedServer.error(500, "InternalServerError", "oh"));
                DynamoDbClient dynamoDb = clients.dynamoDb(Optional.of(server.endpoint()))) {
            assertThatExceptionOfType(SdkException.class)
                    .isThrownBy(() -> dynamoDb.putItem(r -> r.tableName("audit").item(Map.of())));

            assertThat(server.calls()).hasSize(1);
        }
    }

    @Test
    void signsForItsRegion() {
        try (SageMakerClient sageMaker = clients.sageMaker(Optional.empty())) {
            assertThat(sageMaker.serviceClientConfiguration().region().id()).isEqualTo("eu-west-1");
            assertThat(sageMaker.serviceClientConfiguration().endpointOverride()).isEmpty();
        }
    }
}
