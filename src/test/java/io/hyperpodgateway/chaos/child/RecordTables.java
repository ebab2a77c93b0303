package io.hyperpodgateway.chaos.child;

import io.hyperpodgateway.aws.AwsClients;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// The record's tables, for a variant that writes them wrongly.
///
/// @param client the client of the tables
/// @param audit the name of the table of events
/// @param open the name of the table of open intents
public record RecordTables(DynamoDbClient client, String audit, String open) {

    /// The tables in these settings.
    public static RecordTables of(
            Map<String, String> environment, AwsCredentialsProvider credentials) {
        URI endpoint = URI.create(environment.get("AWS_ENDPOINT_URL_DYNAMODB"));
        return new RecordTables(
                new AwsClients(environment.get("AWS_REGION"), credentials, (_, _) -> {})
                        .dynamoDb(Optional.of(endpoint)),
                environment.get("AUDIT_TABLE"),
                environment.get("OPEN_TABLE"));
    }
}
