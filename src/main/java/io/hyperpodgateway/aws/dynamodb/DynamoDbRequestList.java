package io.hyperpodgateway.aws.dynamodb;

import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.digest.Digest;
import io.hyperpodgateway.audit.list.KeyRange;
import io.hyperpodgateway.audit.list.Listing;
import io.hyperpodgateway.audit.list.ListingPage;
import io.hyperpodgateway.audit.list.RequestList;
import io.hyperpodgateway.audit.list.Scope;
import io.hyperpodgateway.audit.list.Scope.Everything;
import io.hyperpodgateway.audit.list.Scope.OfCluster;
import io.hyperpodgateway.audit.list.Scope.OfPrincipal;
import io.hyperpodgateway.aws.AwsFailure;
import io.hyperpodgateway.aws.TimeLeft;
import io.hyperpodgateway.json.JsonObject;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Requests by the indexes `byPrincipal`, `byCluster` and `byDay`, and their last events from the
/// table itself.
///
/// It needs Query on all four.
public final class DynamoDbRequestList implements RequestList {

    /// A day costs a Query even if it has no requests.
    private static final int MOST_DAYS = 100;

    /// Late events of the first digest may be older than it.
    private static final int LATE_DAYS = 2;

    private static final int DAY_LENGTH = "yyyy-MM-dd".length();

    private final DynamoDbClient client;
    private final String auditTable;
    private final int mostEntries;
    private final LastEvents lastEvents;
    private final AtomicReference<Optional<LocalDate>> firstDay =
            new AtomicReference<>(Optional.empty());

    /// @param client built by [io.hyperpodgateway.aws.AwsClients]
    /// @param auditTable the name of the table of events
    public DynamoDbRequestList(DynamoDbClient client, String auditTable) {
        this(client, auditTable, MOST_ENTRIES);
    }

    DynamoDbRequestList(DynamoDbClient client, String auditTable, int mostEntries) {
        this.client = Objects.requireNonNull(client);
        this.auditTable = Objects.requireNonNull(auditTable);
        this.mostEntries = mostEntries;
        this.lastEvents = new LastEvents(client, auditTable);
    }

    /// The items of an index with one key.
    ///
    /// @param filter the required values of other attributes
    private record Partition(String index, String key, String value, Map<String, String> filter) {}

    @Override
    public ListingPage read(Scope scope, KeyRange range, int most, Duration budget) {
        if (range.isEmpty()) return ListingPage.END;
        var time = TimeLeft.of(budget);
        try {
            return switch (scope) {
                case OfPrincipal(var principal, var cluster) ->
                        page(
                                new Partition(
                                        "byPrincipal",
                                        "principal",
                                        principal,
                                        filter("clusterName", cluster)),
                                range,
                                most,
                                time);
                case OfCluster(var cluster, var principal) ->
                        page(
                                new Partition(
                                        "byCluster",
                                        "clusterName",
                                        cluster,
                                        filter("principal", principal)),
                                range,
                                most,
                                time);
                case Everything _ -> dayByDay(range, most, time, budget.dividedBy(2));
            };
        } catch (RuntimeException e) {
            throw unavailable(e);
        }
    }

    @Override
    public Map<String, JsonObject> lastEvents(Collection<String> requestIds, Duration budget) {
        try {
            return lastEvents.of(requestIds, TimeLeft.of(budget));
        } catch (RuntimeException e) {
            throw unavailable(e);
        }
    }

    private static Map<String, String> filter(String attribute, Optional<String> value) {
        return value.map(its -> Map.of(attribute, its)).orElse(Map.of());
    }

    private ListingPage page(Partition partition, KeyRange range, int most, TimeLeft time) {
        var buffer = new ListingBuffer(most, mostEntries);
        Optional<String> rest = gather(partition, range, buffer, time);
        return buffer.toPage(rest);
    }

    /// Reads from the last day back to the first. After many days, or when time runs short, the
    /// rest is left for another call.
    ///
    /// @param reserve with less time left no further day is read
    private ListingPage dayByDay(KeyRange range, int most, TimeLeft time, Duration reserve) {
        var buffer = new ListingBuffer(most, mostEntries);
        LocalDate first = firstDay(range, time);
        LocalDate day = range.lastDay();
        for (int looks = 0; looks < MOST_DAYS && !day.isBefore(first); looks++) {
            var partition = new Partition("byDay", "day", day.toString(), Map.of());
            Optional<String> rest = gather(partition, range, buffer, time);
            if (buffer.isOverfull() || rest.isPresent()) return buffer.toPage(rest);
            day = day.minusDays(1);
            if (buffer.remainingEntries() == 0 || !time.hasMoreThan(reserve)) break;
        }
        return buffer.toPage(
                day.isBefore(first)
                        ? Optional.empty()
                        : Optional.of(KeyRange.startOf(day.plusDays(1))));
    }

    /// The first day that may have requests: that of the oldest digest, or without digests the day
    /// before which there was no gateway.
    private LocalDate firstDay(KeyRange range, TimeLeft time) {
        LocalDate requested = range.firstDay();
        if (!requested.isBefore(range.lastDay().minusDays(LATE_DAYS))) return requested;
        Optional<LocalDate> known = firstDay.get();
        if (known.isEmpty()) {
            known = firstDigest(time).map(day -> day.minusDays(LATE_DAYS));
            firstDay.set(known);
        }
        LocalDate first = known.orElse(DynamoDbEventIndex.FIRST_DAY);
        return requested.isBefore(first) ? first : requested;
    }

    private Optional<LocalDate> firstDigest(TimeLeft time) {
        QueryRequest.Builder first =
                QueryRequest.builder()
                        .tableName(auditTable)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(Digest.PK)))
                        .projectionExpression("sk")
                        .limit(1);
        return query(first, time).items().stream()
                .map(item -> DynamoDbTable.text(item, "sk"))
                .filter(sk -> sk.length() >= DAY_LENGTH)
                .map(sk -> LocalDate.parse(sk.substring(0, DAY_LENGTH)))
                .findFirst();
    }

    /// Reads a partition's items of a range, within the limit of entries. If the scope filters, one
    /// Query uses the whole limit, because the number of skipped entries is not known.
    ///
    /// @return the key below which there may be more
    private Optional<String> gather(
            Partition partition, KeyRange range, ListingBuffer buffer, TimeLeft time) {
        boolean passesOver = !partition.filter().isEmpty();
        Map<String, AttributeValue> next = Map.of();
        do {
            // one more than wanted, and the one that may be above the range
            int limit = passesOver ? buffer.remainingEntries() : buffer.remaining() + 2;
            QueryRequest.Builder query =
                    query(partition, range).limit(Math.min(limit, buffer.remainingEntries()));
            QueryResponse page =
                    query(next.isEmpty() ? query : query.exclusiveStartKey(next), time);
            buffer.countScanned(passesOver ? buffer.remainingEntries() : page.items().size());
            for (Map<String, AttributeValue> item : page.items()) {
                var listing = new Listing(EventItems.members(item));
                if (range.contains(listing.listKey()) && !buffer.add(listing))
                    return Optional.empty();
            }
            next = page.lastEvaluatedKey();
            if (next.isEmpty()) return Optional.empty();
        } while (buffer.remainingEntries() > 0);
        return Optional.of(DynamoDbTable.text(next, "listKey"));
    }

    /// A condition on a sort key has one range with an inclusive upper end, so that one item above
    /// the range may be returned.
    private QueryRequest.Builder query(Partition partition, KeyRange range) {
        QueryRequest.Builder query =
                QueryRequest.builder()
                        .tableName(auditTable)
                        .indexName(partition.index())
                        .scanIndexForward(false)
                        .keyConditionExpression("#key = :key AND listKey BETWEEN :from AND :below");
        var names = new HashMap<>(Map.of("#key", partition.key()));
        var values =
                new HashMap<>(
                        Map.of(
                                ":key", AttributeValue.fromS(partition.value()),
                                ":from", AttributeValue.fromS(range.from()),
                                ":below", AttributeValue.fromS(range.below())));
        partition
                .filter()
                .forEach((attribute, value) -> {
                    names.put("#filter", attribute);
                    values.put(":filter", AttributeValue.fromS(value));
                    query.filterExpression("#filter = :filter");
                });
        return query.expressionAttributeNames(names).expressionAttributeValues(values);
    }

    private QueryResponse query(QueryRequest.Builder query, TimeLeft time) {
        return DynamoDbRetries.make(
                time,
                Duration.ZERO,
                limits -> client.query(query.overrideConfiguration(limits).build()));
    }

    private AuditUnavailableException unavailable(RuntimeException failure) {
        return new AuditUnavailableException(
                "table %s: %s".formatted(auditTable, AwsFailure.of(failure).toLogText()), failure);
    }
}
