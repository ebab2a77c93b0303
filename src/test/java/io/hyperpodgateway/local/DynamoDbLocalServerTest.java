package io.hyperpodgateway.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

class DynamoDbLocalServerTest {

    private static final Tables TABLES = new Tables("audit", "open");

    @Test
    void makesTheTwoTablesWithAllIndexes() throws IOException {
        try (var server = DynamoDbLocalServer.start();
                DynamoDbClient client = client(server, "anyone")) {
            TABLES.create(client);
            TABLES.create(client);

            assertThat(client.listTables(_ -> {}).tableNames())
                    .containsExactlyInAnyOrder("audit", "open");
            assertThat(
                            client.describeTable(r -> r.tableName("audit"))
                                    .table()
                                    .globalSecondaryIndexes())
                    .extracting(GlobalSecondaryIndexDescription::indexName)
                    .containsExactlyInAnyOrder("byCluster", "byPrincipal", "byDay", "byHour");
        }
    }

    @Test
    void isOneDatabaseWhateverTheCredentials() throws IOException {
        try (var server = DynamoDbLocalServer.start();
                DynamoDbClient one = client(server, "one");
                DynamoDbClient another = client(server, "another")) {
            TABLES.create(one);

            assertThat(another.listTables(_ -> {}).tableNames()).contains("audit");
        }
    }

    @Test
    void keepsItsDataInADirectoryIfSet(@TempDir Path directory) throws IOException {
        Path data = directory.resolve("not/yet/made");
        Map<String, AttributeValue> item = Map.of("requestId", AttributeValue.fromS("r-1"));
        try (var server = DynamoDbLocalServer.start(0, Optional.of(data));
                DynamoDbClient client = client(server, "anyone")) {
            TABLES.create(client);
            client.putItem(r -> r.tableName("open").item(item));
        }

        try (var server = DynamoDbLocalServer.start(0, Optional.of(data));
                DynamoDbClient client = client(server, "anyone")) {
            assertThat(client.getItem(r -> r.tableName("open").key(item)).item()).isEqualTo(item);
        }
    }

    @Test
    void reportsAPortInUse() throws IOException {
        try (var server = DynamoDbLocalServer.start()) {
            int port = server.endpoint().getPort();

            assertThatThrownBy(() -> DynamoDbLocalServer.start(port, Optional.empty()))
                    .isInstanceOf(IOException.class)
                    .hasRootCauseInstanceOf(BindException.class);
        }
    }

    @Test
    void reportsADirectoryThatCannotBe(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> DynamoDbLocalServer.start(0, Optional.of(file)))
                .isInstanceOf(IOException.class);
    }

    private static DynamoDbClient client(DynamoDbLocalServer server, String accessKey) {
        return DynamoDbClient.builder()
                .endpointOverride(server.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(accessKey, "secret")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
