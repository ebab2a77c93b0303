package io.hyperpodgateway.local;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/// Creates the tables of the local record.
final class LocalTables {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private LocalTables() {}

    /// Creates the missing tables, and waits until they are active.
    ///
    /// @throws CannotStartException if there is no DynamoDB at the endpoint
    static void create(
            Tables tables, URI endpoint, String region, AwsCredentialsProvider credentials) {
        try (DynamoDbClient client = client(endpoint, region, credentials)) {
            tables.create(client);
            awaitActive(client, tables.audit());
            awaitActive(client, tables.open());
        } catch (SdkException e) {
            throw new CannotStartException(
                    "the tables cannot be made at %s: %s".formatted(endpoint, e.getMessage()));
        }
    }

    private static void awaitActive(DynamoDbClient client, String table) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!isActive(client, table)) {
            if (Instant.now().isAfter(end)) throw new CannotStartException("no table " + table);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean isActive(DynamoDbClient client, String table) {
        try {
            return client.describeTable(r -> r.tableName(table)).table().tableStatus()
                    == TableStatus.ACTIVE;
        } catch (ResourceNotFoundException _) {
            return false;
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

    /// A proxy of the machine does not lead to the machine itself.
    private static ProxyConfiguration noProxy() {
        return ProxyConfiguration.builder()
                .useSystemPropertyValues(false)
                .useEnvironmentVariablesValues(false)
                .build();
    }
}
