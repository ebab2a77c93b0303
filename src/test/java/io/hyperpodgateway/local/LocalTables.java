package io.hyperpodgateway.local;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.net.URI;
import java.time.Duration;

/// Makes the tables where the local run keeps its record.
final class LocalTables {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private LocalTables() {}

    /// Makes the tables that are not there, and waits until they are.
    ///
    /// @throws CannotStartException if there is no DynamoDB at the endpoint
    static void create(
            Tables tables, URI endpoint, String region, AwsCredentialsProvider credentials) {
        try (DynamoDbClient client = client(endpoint, region, credentials)) {
            tables.create(client);
            client.waiter().waitUntilTableExists(table -> table.tableName(tables.audit()));
            client.waiter().waitUntilTableExists(table -> table.tableName(tables.open()));
        } catch (SdkException e) {
            throw new CannotStartException(
                    "the tables cannot be made at %s: %s".formatted(endpoint, e.getMessage()));
        }
    }

    private static DynamoDbClient client(
            URI endpoint, String region, AwsCredentialsProvider credentials) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder().proxyConfiguration(noProxy()))
                .overrideConfiguration(settings ->
                        settings.apiCallTimeout(PATIENCE)
                                .retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build();
    }

    /// A proxy of the machine's does not lead to the machine itself.
    private static ProxyConfiguration noProxy() {
        return ProxyConfiguration.builder()
                .useSystemPropertyValues(false)
                .useEnvironmentVariablesValues(false)
                .build();
    }
}
