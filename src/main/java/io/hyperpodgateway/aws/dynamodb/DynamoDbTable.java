package io.hyperpodgateway.aws.dynamodb;

import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.aws.AwsFailure;
import io.hyperpodgateway.aws.TimeLeft;

import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// One table for background reads: each call has the same time limit.
final class DynamoDbTable {

    private static final Duration BUDGET = Duration.ofSeconds(10);

    private final DynamoDbClient client;
    private final String name;

    DynamoDbTable(DynamoDbClient client, String name) {
        this.client = Objects.requireNonNull(client);
        this.name = Objects.requireNonNull(name);
    }

    DynamoDbClient client() {
        return client;
    }

    String name() {
        return name;
    }

    /// Calls DynamoDB, with retries.
    ///
    /// @throws AuditUnavailableException if it fails
    <T> T call(Function<AwsRequestOverrideConfiguration, T> call) {
        try {
            return attempt(call);
        } catch (RuntimeException e) {
            throw unavailable(e);
        }
    }

    /// Calls DynamoDB, with retries, and throws the failure of the SDK.
    <T> T attempt(Function<AwsRequestOverrideConfiguration, T> call) {
        return DynamoDbRetries.make(TimeLeft.of(BUDGET), Duration.ZERO, call);
    }

    /// The item of that key, read consistently.
    Optional<Map<String, AttributeValue>> item(String pk, String sk) {
        GetItemRequest get =
                GetItemRequest.builder()
                        .tableName(name)
                        .key(key(pk, sk))
                        .consistentRead(true)
                        .build();
        GetItemResponse got =
                call(limits ->
                        client.getItem(get.toBuilder().overrideConfiguration(limits).build()));
        return got.hasItem() ? Optional.of(got.item()) : Optional.empty();
    }

    /// Passes on the items of a query, page by page, while more are wanted.
    ///
    /// @param more receives each item, and returns whether it wants another
    void query(QueryRequest.Builder query, Predicate<Map<String, AttributeValue>> more) {
        Map<String, AttributeValue> next = Map.of();
        do {
            QueryRequest.Builder from = next.isEmpty() ? query : query.exclusiveStartKey(next);
            QueryResponse page =
                    call(limits ->
                            client.query(
                                    from.tableName(name).overrideConfiguration(limits).build()));
            if (!page.items().stream().allMatch(more)) return;
            next = page.lastEvaluatedKey();
        } while (!next.isEmpty());
    }

    /// Passes on every item of the table, read consistently.
    void scan(Predicate<Map<String, AttributeValue>> more) {
        ScanRequest.Builder scan = ScanRequest.builder().tableName(name).consistentRead(true);
        Map<String, AttributeValue> next = Map.of();
        do {
            ScanRequest.Builder from = next.isEmpty() ? scan : scan.exclusiveStartKey(next);
            ScanResponse page =
                    call(limits -> client.scan(from.overrideConfiguration(limits).build()));
            if (!page.items().stream().allMatch(more)) return;
            next = page.lastEvaluatedKey();
        } while (!next.isEmpty());
    }

    /// The item's attribute of that name, a string because it is a key of the table or an index.
    static String text(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s).orElse("");
    }

    static Map<String, AttributeValue> key(String pk, String sk) {
        return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
    }

    AuditUnavailableException unavailable(RuntimeException failure) {
        return new AuditUnavailableException(
                "table %s: %s".formatted(name, AwsFailure.of(failure).toLogText()), failure);
    }
}
