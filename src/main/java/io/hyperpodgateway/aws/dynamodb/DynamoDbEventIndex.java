package io.hyperpodgateway.aws.dynamodb;

import io.hyperpodgateway.audit.digest.Entry;
import io.hyperpodgateway.audit.digest.EventIndex;
import io.hyperpodgateway.audit.digest.Hour;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds events by their hour, in the index `byHour` and, once in a table's life, `byDay`.
///
/// It needs Query on both.
public final class DynamoDbEventIndex implements EventIndex {

    /// No gateway is older.
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 1);

    private static final int HOUR_LENGTH = "yyyy-MM-ddTHH".length();

    private final DynamoDbTable table;

    /// @param client built by [io.hyperpodgateway.aws.AwsClients]
    /// @param auditTable the name of the table of events
    public DynamoDbEventIndex(DynamoDbClient client, String auditTable) {
        this.table = new DynamoDbTable(client, auditTable);
    }

    @Override
    public List<Entry> eventsOf(Hour hour) {
        var entries = new ArrayList<Entry>();
        table.query(
                index("byHour", "hour", hour.toString()),
                item -> {
                    entries.add(
                            new Entry(
                                    hour,
                                    DynamoDbTable.text(item, "pk"),
                                    DynamoDbTable.text(item, "sk"),
                                    DynamoDbTable.text(item, "sha256")));
                    return true;
                });
        return entries;
    }

    /// Queries day by day, from the first possible one, until there is an event.
    @Override
    public Optional<Hour> firstHour(Hour atMost) {
        LocalDate last = LocalDate.ofInstant(atMost.start(), ZoneOffset.UTC);
        return FIRST_DAY
                .datesUntil(last.isBefore(FIRST_DAY) ? FIRST_DAY : last.plusDays(1))
                .flatMap(day -> firstHour(day).stream())
                .findFirst()
                .filter(hour -> hour.compareTo(atMost) <= 0);
    }

    private Optional<Hour> firstHour(LocalDate day) {
        var first = new ArrayList<String>(1);
        table.query(
                index("byDay", "day", day.toString()).limit(1),
                item -> {
                    first.add(DynamoDbTable.text(item, "listKey"));
                    return false;
                });
        return first.stream()
                .filter(listKey -> listKey.length() >= HOUR_LENGTH)
                .flatMap(listKey -> Hour.parse(listKey.substring(0, HOUR_LENGTH)).stream())
                .findFirst();
    }

    private static QueryRequest.Builder index(String name, String key, String value) {
        return QueryRequest.builder()
                .indexName(name)
                .keyConditionExpression("#key = :value")
                .expressionAttributeNames(Map.of("#key", key))
                .expressionAttributeValues(Map.of(":value", AttributeValue.fromS(value)));
    }
}
