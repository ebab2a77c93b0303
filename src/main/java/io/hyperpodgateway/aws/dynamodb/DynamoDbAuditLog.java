package io.hyperpodgateway.aws.dynamodb;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.RequestHistory;
import io.hyperpodgateway.audit.WriteResult;
import io.hyperpodgateway.audit.WriteResult.Recorded;
import io.hyperpodgateway.audit.WriteResult.Taken;
import io.hyperpodgateway.aws.AwsClients;
import io.hyperpodgateway.aws.AwsFailure;
import io.hyperpodgateway.aws.TimeLeft;

import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// The record in two DynamoDB tables: the events, and the intents that have no outcome yet.
///
/// It needs PutItem, GetItem and Query on the audit table, PutItem and DeleteItem on the other.
public final class DynamoDbAuditLog implements AuditLog {

    private static final String EVENT = "EVENT#";

    /// In items: an intent, its request in an item of its own, and its outcome.
    private static final int LARGEST_ATTEMPT = 3;

    private final DynamoDbClient client;
    private final String auditTable;
    private final String openTable;

    /// @param client built by [AwsClients]
    /// @param auditTable the name of the table of events
    /// @param openTable the name of the table of open intents
    public DynamoDbAuditLog(DynamoDbClient client, String auditTable, String openTable) {
        this.client = Objects.requireNonNull(client);
        this.auditTable = Objects.requireNonNull(auditTable);
        this.openTable = Objects.requireNonNull(openTable);
    }

    @Override
    public WriteResult intend(AuditEvent intent, Duration budget) {
        List<TransactWriteItem> items = puts(intent);
        items.add(put(openTable, EventItems.open(intent), "requestId"));
        return transact(intent, items, budget);
    }

    @Override
    public WriteResult conclude(AuditEvent outcome, Duration budget) {
        List<TransactWriteItem> items = puts(outcome);
        items.add(deleteOpen(outcome));
        return transact(outcome, items, budget);
    }

    @Override
    public WriteResult append(AuditEvent event, Duration budget) {
        if (event.besideRequest().isPresent()) return transact(event, puts(event), budget);
        PutItemRequest put =
                PutItemRequest.builder()
                        .tableName(auditTable)
                        .item(EventItems.event(event))
                        .conditionExpression(absent("pk"))
                        .build();
        return record(event, budget, limits -> client.putItem(limited(put, limits)));
    }

    @Override
    public List<AuditEvent> eventsOf(String requestId, Duration budget) {
        return read("REQUEST#" + requestId, TimeLeft.of(budget));
    }

    /// Reads from the end, so that a key with many attempts takes no longer.
    @Override
    public List<AuditEvent> lastAttempt(String requestId, Duration budget) {
        var time = TimeLeft.of(budget);
        var items = new ArrayList<Map<String, AttributeValue>>();
        Map<String, AttributeValue> next = Map.of();
        do {
            Map<String, AttributeValue> start = next;
            QueryResponse page =
                    reading(time, limits -> client.query(latest(requestId, start, limits)));
            items.addAll(page.items());
            next = page.lastEvaluatedKey();
        } while (!next.isEmpty() && items.stream().noneMatch(EventItems::isIntent));
        return RequestHistory.lastAttempt(events(items.reversed()));
    }

    private WriteResult transact(AuditEvent event, List<TransactWriteItem> items, Duration budget) {
        TransactWriteItemsRequest writes =
                TransactWriteItemsRequest.builder()
                        .transactItems(items)
                        .clientRequestToken(token(event))
                        .build();
        return record(event, budget, limits -> client.transactWriteItems(limited(writes, limits)));
    }

    private static PutItemRequest limited(
            PutItemRequest put, AwsRequestOverrideConfiguration limits) {
        return put.toBuilder().overrideConfiguration(limits).build();
    }

    private static TransactWriteItemsRequest limited(
            TransactWriteItemsRequest writes, AwsRequestOverrideConfiguration limits) {
        return writes.toBuilder().overrideConfiguration(limits).build();
    }

    /// The same for each try of one event, so that DynamoDB ignores a repeated try whose answer was
    /// lost.
    private static String token(AuditEvent event) {
        return event.sha256().substring(0, 36);
    }

    /// Tries until the write succeeds, the keys are taken, or time runs short; then reads to find
    /// out what happened.
    private WriteResult record(
            AuditEvent event, Duration budget, Consumer<AwsRequestOverrideConfiguration> write) {
        var time = TimeLeft.of(budget);
        try {
            return DynamoDbRetries.make(time, readingShare(budget), recorded(write));
        } catch (RuntimeException e) {
            if (DynamoDbFailure.of(e) == DynamoDbFailure.LASTING) throw unavailable(e);
            return settled(event, time, e);
        }
    }

    private static Function<AwsRequestOverrideConfiguration, WriteResult> recorded(
            Consumer<AwsRequestOverrideConfiguration> write) {
        return limits -> {
            write.accept(limits);
            return new Recorded();
        };
    }

    private static Duration readingShare(Duration budget) {
        Duration quarter = budget.dividedBy(4);
        Duration enough = Duration.ofMillis(1500);
        return quarter.compareTo(enough) < 0 ? quarter : enough;
    }

    private WriteResult settled(AuditEvent event, TimeLeft time, RuntimeException failure) {
        AuditEvent there = stored(event, time).orElseThrow(() -> unavailable(failure));
        return there.sha256().equals(event.sha256()) ? new Recorded() : new Taken(there);
    }

    /// The stored event with the same keys.
    private Optional<AuditEvent> stored(AuditEvent event, TimeLeft time) {
        GetItemRequest get =
                GetItemRequest.builder()
                        .tableName(auditTable)
                        .key(EventItems.key(event))
                        .consistentRead(true)
                        .build();
        GetItemResponse got =
                reading(
                        time,
                        limits ->
                                client.getItem(
                                        get.toBuilder().overrideConfiguration(limits).build()));
        return got.hasItem() ? events(List.of(got.item())).stream().findFirst() : Optional.empty();
    }

    private List<AuditEvent> read(String pk, TimeLeft time) {
        var items = new ArrayList<Map<String, AttributeValue>>();
        Map<String, AttributeValue> next = Map.of();
        do {
            Map<String, AttributeValue> start = next;
            QueryResponse page = reading(time, limits -> client.query(query(pk, start, limits)));
            items.addAll(page.items());
            next = page.lastEvaluatedKey();
        } while (!next.isEmpty());
        return events(items);
    }

    private List<AuditEvent> events(List<Map<String, AttributeValue>> items) {
        try {
            return EventItems.events(items);
        } catch (RuntimeException e) {
            throw unavailable(e);
        }
    }

    private <T> T reading(TimeLeft time, Function<AwsRequestOverrideConfiguration, T> call) {
        try {
            return DynamoDbRetries.make(time, Duration.ZERO, call);
        } catch (RuntimeException e) {
            throw unavailable(e);
        }
    }

    private QueryRequest latest(
            String requestId,
            Map<String, AttributeValue> start,
            AwsRequestOverrideConfiguration limits) {
        return query("REQUEST#" + requestId, start, limits).toBuilder()
                .scanIndexForward(false)
                .limit(LARGEST_ATTEMPT)
                .build();
    }

    private QueryRequest query(
            String pk, Map<String, AttributeValue> start, AwsRequestOverrideConfiguration limits) {
        QueryRequest.Builder query =
                QueryRequest.builder()
                        .tableName(auditTable)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
                        .expressionAttributeValues(
                                Map.of(
                                        ":pk", AttributeValue.fromS(pk),
                                        ":sk", AttributeValue.fromS(EVENT)))
                        .overrideConfiguration(limits);
        return start.isEmpty() ? query.build() : query.exclusiveStartKey(start).build();
    }

    private List<TransactWriteItem> puts(AuditEvent event) {
        var items = new ArrayList<TransactWriteItem>();
        items.add(put(auditTable, EventItems.event(event), "pk"));
        EventItems.beside(event).ifPresent(item -> items.add(put(auditTable, item, "pk")));
        return items;
    }

    private static TransactWriteItem put(
            String table, Map<String, AttributeValue> item, String key) {
        Put put =
                Put.builder().tableName(table).item(item).conditionExpression(absent(key)).build();
        return TransactWriteItem.builder().put(put).build();
    }

    private TransactWriteItem deleteOpen(AuditEvent outcome) {
        Delete delete =
                Delete.builder().tableName(openTable).key(EventItems.openKey(outcome)).build();
        return TransactWriteItem.builder().delete(delete).build();
    }

    private static String absent(String key) {
        return "attribute_not_exists(%s)".formatted(key);
    }

    private AuditUnavailableException unavailable(RuntimeException failure) {
        return new AuditUnavailableException(
                "tables %s and %s: %s"
                        .formatted(auditTable, openTable, AwsFailure.of(failure).toLogText()),
                failure);
    }
}
