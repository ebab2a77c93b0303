package io.hyperpodgateway.aws;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

import java.net.URI;
import java.util.Optional;

/// The gateway's clients, for loopback servers.
public final class TestClients {

    static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDTEST", "a-secret"));

    private TestClients() {}

    public static AwsClients clients() {
        return new AwsClients("eu-west-1", CREDENTIALS, (_, _) -> {});
    }

    public static DynamoDbClient dynamoDb(URI endpoint) {
        return clients().dynamoDb(Optional.of(endpoint));
    }

    public static SageMakerClient sageMaker(URI endpoint) {
        return clients().sageMaker(Optional.of(endpoint));
    }
}
