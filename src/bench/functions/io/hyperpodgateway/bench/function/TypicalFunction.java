package io.hyperpodgateway.bench.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.ClusterInstanceGroupSpecification;
import software.amazon.awssdk.services.sagemaker.model.CreateClusterResponse;
import software.amazon.awssdk.services.sagemaker.model.Tag;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A handwritten function after AWS's samples: the typed event, databind for the body, the
/// published clients in their default configuration, created once. It checks nothing, and makes the
/// same three calls: the intent, CreateCluster, the outcome.
public final class TypicalFunction
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final String TABLE = System.getenv("AUDIT_TABLE");

    private final ObjectMapper mapper = new ObjectMapper();
    private final SageMakerClient sageMaker = SageMakerClient.create();
    private final DynamoDbClient dynamoDb = DynamoDbClient.create();

    /// The members of CreateCluster that the event uses.
    record Cluster(
            String ClusterName, List<Group> InstanceGroups, List<Map<String, String>> Tags) {}

    record Group(
            String InstanceGroupName,
            String InstanceType,
            int InstanceCount,
            String ExecutionRole,
            int ThreadsPerCore,
            LifeCycle LifeCycleConfig) {}

    record LifeCycle(String SourceS3Uri, String OnCreate) {}

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        try {
            String id = UUID.randomUUID().toString();
            Cluster cluster = mapper.readValue(event.getBody(), Cluster.class);
            put(id, "INTENDED", event.getBody());
            String arn = create(cluster).clusterArn();
            put(id, "COMPLETED", arn);
            return APIGatewayV2HTTPResponse.builder()
                    .withStatusCode(201)
                    .withHeaders(Map.of("Content-Type", "application/json"))
                    .withBody(mapper.writeValueAsString(Map.of("ClusterArn", arn)))
                    .build();
        } catch (JsonProcessingException e) {
            return APIGatewayV2HTTPResponse.builder().withStatusCode(400).build();
        }
    }

    private CreateClusterResponse create(Cluster cluster) {
        return sageMaker.createCluster(request ->
                request.clusterName(cluster.ClusterName())
                        .instanceGroups(
                                cluster.InstanceGroups().stream()
                                        .map(TypicalFunction::group)
                                        .toList())
                        .tags(
                                cluster.Tags().stream()
                                        .map(tag ->
                                                Tag.builder()
                                                        .key(tag.get("Key"))
                                                        .value(tag.get("Value"))
                                                        .build())
                                        .toList()));
    }

    private static ClusterInstanceGroupSpecification group(Group group) {
        return ClusterInstanceGroupSpecification.builder()
                .instanceGroupName(group.InstanceGroupName())
                .instanceType(group.InstanceType())
                .instanceCount(group.InstanceCount())
                .executionRole(group.ExecutionRole())
                .threadsPerCore(group.ThreadsPerCore())
                .lifeCycleConfig(scripts ->
                        scripts.sourceS3Uri(group.LifeCycleConfig().SourceS3Uri())
                                .onCreate(group.LifeCycleConfig().OnCreate()))
                .build();
    }

    private void put(String id, String type, String text) {
        dynamoDb.putItem(put ->
                put.tableName(TABLE)
                        .item(
                                Map.of(
                                        "pk", AttributeValue.fromS("REQUEST#" + id),
                                        "sk", AttributeValue.fromS(type),
                                        "at", AttributeValue.fromS(Instant.now().toString()),
                                        "text", AttributeValue.fromS(text)))
                        .conditionExpression("attribute_not_exists(pk)"));
    }
}
