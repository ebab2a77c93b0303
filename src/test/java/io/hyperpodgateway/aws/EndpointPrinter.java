package io.hyperpodgateway.aws;

import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

import java.util.Optional;

/// A process that prints the endpoints of the clients in its environment.
final class EndpointPrinter {

    private EndpointPrinter() {}

    public static void main(String[] args) {
        var clients =
                new AwsClients(
                        "eu-west-1",
                        TestClients.CREDENTIALS,
                        (_, _) -> {},
                        Printer::new,
                        Printer::new);
        try (SageMakerClient sageMaker = clients.sageMaker(Optional.empty());
                DynamoDbClient dynamoDb = clients.dynamoDb(Optional.empty())) {
            attempt(() -> sageMaker.describeCluster(r -> r.clusterName("ml-1")));
            attempt(() -> dynamoDb.describeTable(r -> r.tableName("audit")));
        }
    }

    private static void attempt(Runnable call) {
        try {
            call.run();
        } catch (Printed _) {
            // nothing more is needed
        }
    }

    private static final class Printed extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private static final class Printer implements SdkHttpClient {

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            System.out.println(request.httpRequest().getUri());
            throw new Printed();
        }

        @Override
        public void close() {}
    }
}
