package io.hyperpodgateway.aws.dynamodb;

import io.hyperpodgateway.admission.port.OpenIntentEntry;
import io.hyperpodgateway.admission.port.OpenIntentStore;
import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.aws.AwsClients;
import io.hyperpodgateway.aws.AwsFailure;
import io.hyperpodgateway.aws.TimeLeft;
import io.hyperpodgateway.json.JsonObject;

import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// Open intents in a DynamoDB table of their own.
///
/// It needs GetItem, UpdateItem and, for [#all], Scan on that table.
public final class DynamoDbOpenIntentStore implements OpenIntentStore {

    private final DynamoDbClient client;
    private final String table;

    /// @param client built by [AwsClients]
    /// @param table the name of the table of open intents
    public DynamoDbOpenIntentStore(DynamoDbClient client, String table) {
        this.client = Objects.requireNonNull(client);
        this.table = Objects.requireNonNull(table);
    }

    @Override
    public Optional<OpenIntentEntry> find(String requestId, Duration budget) {
        GetItemRequest get =
                GetItemRequest.builder()
                        .tableName(table)
                        .key(key(requestId))
                        .consistentRead(true)
                        .build();
        GetItemResponse got =
                make(
                        TimeLeft.of(budget),
                        limits ->
                                client.getItem(
                                        get.toBuilder().overrideConfiguration(limits).build()));
        if (!got.hasItem()) return Optional.empty();
        return Optional.of(read(got.item()).orElseThrow(() -> unreadable(requestId)));
    }

    @Override
    public boolean keepFirstAbsence(OpenIntentEntry entry, Instant at, Duration budget) {
        UpdateItemRequest update =
                UpdateItemRequest.builder()
                        .tableName(table)
                        .key(key(entry.requestId()))
                        .updateExpression("SET firstAbsentAt = :at")
                        .conditionExpression(
                                "intentSha256 = :intent AND attribute_not_exists(firstAbsentAt)")
                        .expressionAttributeValues(
                                Map.of(
                                        ":at", AttributeValue.fromS(at.toString()),
                                        ":intent", AttributeValue.fromS(entry.intentSha256())))
                        .build();
        try {
            DynamoDbRetries.make(
                    TimeLeft.of(budget),
                    Duration.ZERO,
                    limits ->
                            client.updateItem(
                                    update.toBuilder().overrideConfiguration(limits).build()));
            return true;
        } catch (RuntimeException e) {
            if (DynamoDbFailure.of(e) == DynamoDbFailure.TAKEN) return false;
            throw unavailable(e);
        }
    }

    @Override
    public Backlog all(Duration budget) {
        var time = TimeLeft.of(budget);
        var items = new ArrayList<OpenIntentEntry>();
        var unreadable = new ArrayList<String>();
        Map<String, AttributeValue> next = Map.of();
        do {
            Map<String, AttributeValue> start = next;
            ScanResponse page = make(time, limits -> client.scan(scan(start, limits)));
            for (Map<String, AttributeValue> item : page.items()) {
                read(item).ifPresentOrElse(items::add, () -> unreadable.add(keyOf(item)));
            }
            next = page.lastEvaluatedKey();
        } while (!next.isEmpty());
        return new Backlog(items, unreadable);
    }

    private ScanRequest scan(
            Map<String, AttributeValue> start, AwsRequestOverrideConfiguration limits) {
        ScanRequest.Builder scan =
                ScanRequest.builder()
                        .tableName(table)
                        .consistentRead(true)
                        .overrideConfiguration(limits);
        return start.isEmpty() ? scan.build() : scan.exclusiveStartKey(start).build();
    }

    private <T> T make(TimeLeft time, Function<AwsRequestOverrideConfiguration, T> call) {
        try {
            return DynamoDbRetries.make(time, Duration.ZERO, call);
        } catch (RuntimeException e) {
            throw unavailable(e);
        }
    }

    private static Map<String, AttributeValue> key(String requestId) {
        return Map.of("requestId", AttributeValue.fromS(requestId));
    }

    /// The table's key is a string, whoever wrote the item.
    private static String keyOf(Map<String, AttributeValue> item) {
        return item.getOrDefault("requestId", AttributeValue.fromS("")).s();
    }

    /// @return empty if the item was not written by the gateway, or was changed
    private static Optional<OpenIntentEntry> read(Map<String, AttributeValue> item) {
        try {
            JsonObject members = EventItems.members(item);
            return Optional.of(
                    new OpenIntentEntry(
                            members.text("requestId").orElseThrow(),
                            Math.toIntExact(members.integer("sequence").orElseThrow()),
                            Instant.parse(members.text("at").orElseThrow()),
                            members.text("clusterName").orElseThrow(),
                            members.text("intentSha256").orElseThrow(),
                            members.text("firstAbsentAt").map(Instant::parse)));
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }

    private AuditUnavailableException unreadable(String requestId) {
        return unavailable(
                new IllegalStateException(
                        "the open entry of %s cannot be read".formatted(requestId)));
    }

    private AuditUnavailableException unavailable(RuntimeException failure) {
        return new AuditUnavailableException(
                "table %s: %s".formatted(table, AwsFailure.of(failure).toLogText()), failure);
    }
}
