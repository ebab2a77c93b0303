package io.hyperpodgateway.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.admission.settlement.ClusterOwnership;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.SampleEvents;
import io.hyperpodgateway.aws.AwsClients;
import io.hyperpodgateway.aws.dynamodb.DynamoDbAuditLog;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.local.sagemaker.SageMakerStandIn;
import io.hyperpodgateway.policy.check.Place;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

class LocalReconcilerTest {

    private static final String ID = "r-0123456789abcdef0123456789abcdef";
    private static final Duration BUDGET = Duration.ofSeconds(10);
    private static final Tables TABLES = new Tables("audit", "open");

    private final StaticCredentialsProvider credentials =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

    @Test
    void settlesTheLocalRunsIntents() throws IOException {
        try (var sageMaker = SageMakerStandIn.start();
                var dynamoDb = DynamoDbLocalServer.start();
                var client =
                        new AwsClients("us-east-1", credentials, (_, _) -> {})
                                .dynamoDb(Optional.of(dynamoDb.endpoint()));
                var reconciler =
                        LocalReconciler.start(
                                Map.of(
                                        "AWS_REGION",
                                        "us-east-1",
                                        "AUDIT_TABLE",
                                        "audit",
                                        "OPEN_TABLE",
                                        "open",
                                        "AWS_ENDPOINT_URL_SAGEMAKER",
                                        sageMaker.endpoint().toString(),
                                        "AWS_ENDPOINT_URL_DYNAMODB",
                                        dynamoDb.endpoint().toString()),
                                credentials,
                                new Place("000000000000", "us-east-1"))) {
            TABLES.create(client);
            var log = new DynamoDbAuditLog(client, "audit", "open");
            log.intend(intent(), BUDGET);
            sageMaker.clusters().put("ml-1", Map.of(ClusterOwnership.TAG, ID));

            reconciler.run();

            assertThat(log.eventsOf(ID, BUDGET).getLast().text("outcome")).contains("created");
        }
    }

    private static AuditEvent intent() {
        return AuditEvent.seal(
                SampleEvents.intentAttributes(ID)
                        .with("region", Json.of("us-east-1"))
                        .with("accountId", Json.of("000000000000")));
    }
}
