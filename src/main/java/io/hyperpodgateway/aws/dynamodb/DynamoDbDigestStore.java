package io.hyperpodgateway.aws.dynamodb;

import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.digest.Digest;
import io.hyperpodgateway.audit.digest.DigestPage;
import io.hyperpodgateway.audit.digest.DigestStore;
import io.hyperpodgateway.audit.digest.Hour;
import io.hyperpodgateway.json.JsonObject;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Digests in the audit table.
///
/// It needs Query, GetItem, PutItem and ConditionCheckItem on that table, the last two for items of
/// the partition `DIGEST` only.
public final class DynamoDbDigestStore implements DigestStore {

    private static final String ABSENT = "attribute_not_exists(pk)";

    private final DynamoDbTable table;

    /// @param client built by [io.hyperpodgateway.aws.AwsClients]
    /// @param auditTable the name of the table of events
    public DynamoDbDigestStore(DynamoDbClient client, String auditTable) {
        this.table = new DynamoDbTable(client, auditTable);
    }

    @Override
    public Optional<Digest> latest(Hour atMost) {
        var found = new ArrayList<Digest>(1);
        QueryRequest.Builder upTo =
                QueryRequest.builder()
                        .keyConditionExpression("pk = :pk AND sk < :sk")
                        .expressionAttributeValues(values(atMost.plus(1).toString()))
                        .consistentRead(true)
                        .scanIndexForward(false);
        table.query(
                upTo,
                item -> {
                    if (Digest.hourOf(DynamoDbTable.text(item, "sk")).isEmpty()) return true;
                    found.add(new Digest(members(item)));
                    return false;
                });
        return found.stream().findFirst();
    }

    @Override
    public Optional<Digest> of(Hour hour) {
        return table.item(Digest.PK, Digest.sk(hour)).map(this::members).map(Digest::new);
    }

    @Override
    public List<DigestPage> pagesOf(Hour hour) {
        var pages = new ArrayList<DigestPage>();
        QueryRequest.Builder ofHour =
                QueryRequest.builder()
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
                        .expressionAttributeValues(values(Digest.sk(hour) + "#"))
                        .consistentRead(true);
        table.query(
                ofHour,
                item -> {
                    pages.add(page(item));
                    return true;
                });
        return pages;
    }

    @Override
    public boolean put(DigestPage page) {
        return put(page.members(), Digest.sk(page.hour()));
    }

    @Override
    public boolean put(Digest digest) {
        int next = Math.toIntExact(digest.pageCount()) + 1;
        return put(digest.members(), DigestPage.sk(digest.hour(), next));
    }

    /// Writes an item unless one of its keys or of that other sort key exists.
    private boolean put(JsonObject members, String unless) {
        Put put =
                Put.builder()
                        .tableName(table.name())
                        .item(EventItems.item(members))
                        .conditionExpression(ABSENT)
                        .build();
        ConditionCheck check =
                ConditionCheck.builder()
                        .tableName(table.name())
                        .key(DynamoDbTable.key(Digest.PK, unless))
                        .conditionExpression(ABSENT)
                        .build();
        TransactWriteItemsRequest writes =
                TransactWriteItemsRequest.builder()
                        .transactItems(
                                TransactWriteItem.builder().put(put).build(),
                                TransactWriteItem.builder().conditionCheck(check).build())
                        .build();
        try {
            table.attempt(limits ->
                    table.client()
                            .transactWriteItems(
                                    writes.toBuilder().overrideConfiguration(limits).build()));
            return true;
        } catch (RuntimeException e) {
            if (DynamoDbFailure.of(e) != DynamoDbFailure.TAKEN) throw table.unavailable(e);
            return isStored(members);
        }
    }

    /// If an answer was lost, the existing item may be the one that was written.
    private boolean isStored(JsonObject members) {
        String sk = members.text("sk").orElseThrow();
        return table.item(Digest.PK, sk).map(this::members).stream()
                .anyMatch(existing -> existing.members().equals(members.members()));
    }

    private DigestPage page(Map<String, AttributeValue> item) {
        return DigestPage.read(members(item))
                .orElseThrow(() ->
                        new AuditUnavailableException(
                                "table %s: %s is no page of a digest"
                                        .formatted(table.name(), DynamoDbTable.text(item, "sk")),
                                new IllegalStateException("not as it was written")));
    }

    private JsonObject members(Map<String, AttributeValue> item) {
        try {
            return EventItems.members(item);
        } catch (RuntimeException e) {
            throw table.unavailable(e);
        }
    }

    private static Map<String, AttributeValue> values(String sk) {
        return Map.of(":pk", AttributeValue.fromS(Digest.PK), ":sk", AttributeValue.fromS(sk));
    }
}
