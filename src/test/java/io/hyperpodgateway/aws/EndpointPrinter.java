package io.hyperpodgateway.aws;

import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

import java.util.Optional;

/// A process of its own that prints where the clients would call, with the environment it is given.
final class EndpointPrinter {

    private EndpointPrinter() {}

    /// Prints the address of SageMaker, then that of DynamoDB.
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
            // which is all that was wanted
        }
    }

    /// Instead of the call.
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
        public void close() {
            // nothing was opened
        }
    }
}
