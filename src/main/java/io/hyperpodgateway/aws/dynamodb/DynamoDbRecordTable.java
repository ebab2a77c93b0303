package io.hyperpodgateway.aws.dynamodb;

import io.hyperpodgateway.audit.LongText;
import io.hyperpodgateway.audit.verify.RecordTable;
import io.hyperpodgateway.audit.verify.StoredItem;
import io.hyperpodgateway.json.JsonObject;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// All items of the audit table, for a verifier.
///
/// It needs Scan and Query on that table.
public final class DynamoDbRecordTable implements RecordTable {

    private static final List<String> INDEX_KEYS =
            List.of("principal", "clusterName", "listKey", "day", "hour", "sha256");

    private final DynamoDbTable table;

    /// @param client built by [io.hyperpodgateway.aws.AwsClients]
    /// @param auditTable the name of the table of events
    public DynamoDbRecordTable(DynamoDbClient client, String auditTable) {
        this.table = new DynamoDbTable(client, auditTable);
    }

    @Override
    public void partition(String pk, Consumer<StoredItem> each) {
        QueryRequest.Builder ofPartition =
                QueryRequest.builder()
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(pk)))
                        .consistentRead(true);
        table.query(ofPartition, item -> passOn(item, each));
    }

    @Override
    public void scan(Consumer<StoredItem> each) {
        table.scan(item -> passOn(item, each));
    }

    private static boolean passOn(Map<String, AttributeValue> item, Consumer<StoredItem> each) {
        each.accept(stored(item));
        return true;
    }

    private static StoredItem stored(Map<String, AttributeValue> item) {
        Optional<String> twice = storedTwice(item);
        if (twice.isPresent()) {
            return unreadable(item, "it holds %s plain and gzipped".formatted(twice.get()));
        }
        Optional<String> hidden = hiddenKey(item);
        if (hidden.isPresent()) {
            return unreadable(
                    item, "it holds %s gzipped, so an index lacks it".formatted(hidden.get()));
        }
        try {
            JsonObject members = EventItems.members(item);
            Optional<String> misplaced = zippedThoughShort(item, members);
            return misplaced.isEmpty()
                    ? new StoredItem.Plain(members)
                    : unreadable(
                            item, "it holds %s gzipped, which is short".formatted(misplaced.get()));
        } catch (RuntimeException e) {
            return unreadable(item, "it contains what the gateway never writes: " + e.getMessage());
        }
    }

    /// Only one of an attribute's plain and gzipped values is hashed.
    private static Optional<String> storedTwice(Map<String, AttributeValue> item) {
        return item.keySet().stream()
                .filter(name -> item.containsKey(name + LongText.SUFFIX))
                .findFirst();
    }

    /// A key that is not a string does not change the hash, but hides the item from lists and
    /// digests.
    private static Optional<String> hiddenKey(Map<String, AttributeValue> item) {
        return INDEX_KEYS.stream()
                .filter(key -> item.containsKey(key + LongText.SUFFIX))
                .findFirst();
    }

    /// It does not change the hash, but hides the attribute from indexes and projections.
    private static Optional<String> zippedThoughShort(
            Map<String, AttributeValue> item, JsonObject members) {
        return members.members().keySet().stream()
                .filter(name -> item.containsKey(name + LongText.SUFFIX))
                .filter(name -> members.text(name).filter(LongText::isLong).isEmpty())
                .findFirst();
    }

    private static StoredItem unreadable(Map<String, AttributeValue> item, String why) {
        return new StoredItem.UnreadableItem(
                DynamoDbTable.text(item, "pk"), DynamoDbTable.text(item, "sk"), why);
    }
}
