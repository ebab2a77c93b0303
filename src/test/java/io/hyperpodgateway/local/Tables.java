package io.hyperpodgateway.local;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

import java.util.List;
import java.util.stream.Stream;

/// The gateway's two tables with their keys and indexes, as in the deployed stack.
///
/// @param audit the name of the audit table
/// @param open the name of the open-intent table
public record Tables(String audit, String open) {

    /// The members of a request in a list, except the keys of the index.
    public static final List<String> LISTED =
            List.of(
                    "requestId",
                    "type",
                    "at",
                    "principal",
                    "clusterName",
                    "outcome",
                    "httpStatus",
                    "clusterArn");

    /// Creates the tables that do not exist.
    public void create(DynamoDbClient client) {
        create(client, auditTable());
        create(client, openTable());
    }

    private static void create(DynamoDbClient client, CreateTableRequest table) {
        try {
            client.createTable(table);
        } catch (ResourceInUseException _) {
            // kept from an earlier run
        }
    }

    private CreateTableRequest auditTable() {
        return CreateTableRequest.builder()
                .tableName(audit)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                        strings(
                                "pk",
                                "sk",
                                "clusterName",
                                "principal",
                                "day",
                                "listKey",
                                "hour",
                                "sha256"))
                .keySchema(keys("pk", "sk"))
                .globalSecondaryIndexes(
                        listed("byCluster", "clusterName"),
                        listed("byPrincipal", "principal"),
                        listed("byDay", "day"),
                        GlobalSecondaryIndex.builder()
                                .indexName("byHour")
                                .keySchema(keys("hour", "sha256"))
                                .projection(
                                        Projection.builder()
                                                .projectionType(ProjectionType.KEYS_ONLY)
                                                .build())
                                .build())
                .build();
    }

    private CreateTableRequest openTable() {
        return CreateTableRequest.builder()
                .tableName(open)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(strings("requestId"))
                .keySchema(keys("requestId"))
                .build();
    }

    private static GlobalSecondaryIndex listed(String name, String hashKey) {
        return GlobalSecondaryIndex.builder()
                .indexName(name)
                .keySchema(keys(hashKey, "listKey"))
                .projection(
                        Projection.builder()
                                .projectionType(ProjectionType.INCLUDE)
                                .nonKeyAttributes(
                                        LISTED.stream().filter(m -> !m.equals(hashKey)).toList())
                                .build())
                .build();
    }

    private static List<AttributeDefinition> strings(String... names) {
        return Stream.of(names)
                .map(name ->
                        AttributeDefinition.builder()
                                .attributeName(name)
                                .attributeType(ScalarAttributeType.S)
                                .build())
                .toList();
    }

    private static List<KeySchemaElement> keys(String hash, String... range) {
        Stream<KeySchemaElement> ranges = Stream.of(range).map(name -> key(name, KeyType.RANGE));
        return Stream.concat(Stream.of(key(hash, KeyType.HASH)), ranges).toList();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
