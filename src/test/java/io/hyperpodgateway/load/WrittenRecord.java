package io.hyperpodgateway.load;

import io.hyperpodgateway.local.Tables;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The content of the two tables.
///
/// @param events of each request, in their order
/// @param open the requests with an open intent
record WrittenRecord(Map<String, List<RecordedEvent>> events, Set<String> open) {

    private static final String ID = "requestId";
    private static final String PLACE = "sk";

    WrittenRecord {
        events = Map.copyOf(events);
        open = Set.copyOf(open);
    }

    static WrittenRecord read(DynamoDbClient client, Tables tables) {
        var items = new HashMap<String, TreeMap<String, RecordedEvent>>();
        ScanRequest audit =
                ScanRequest.builder()
                        .tableName(tables.audit())
                        .projectionExpression("requestId, sk, #type, httpStatus")
                        .expressionAttributeNames(Map.of("#type", "type"))
                        .build();
        items(client, audit)
                .forEach(item ->
                        items.computeIfAbsent(text(item, ID), _ -> new TreeMap<>())
                                .put(text(item, PLACE), event(item)));
        var events = new HashMap<String, List<RecordedEvent>>();
        items.forEach((id, byPlace) -> events.put(id, new ArrayList<>(byPlace.values())));
        Set<String> open =
                items(client, ScanRequest.builder().tableName(tables.open()).build())
                        .map(item -> text(item, ID))
                        .collect(Collectors.toSet());
        return new WrittenRecord(events, open);
    }

    /// The items of all pages.
    private static Stream<Map<String, AttributeValue>> items(
            DynamoDbClient client, ScanRequest scan) {
        return Stream.iterate(
                        Optional.of(client.scan(scan)),
                        Optional::isPresent,
                        page -> page.flatMap(it -> next(client, scan, it)))
                .flatMap(page -> page.orElseThrow().items().stream());
    }

    private static Optional<ScanResponse> next(
            DynamoDbClient client, ScanRequest scan, ScanResponse page) {
        return Optional.of(page.lastEvaluatedKey())
                .filter(key -> !key.isEmpty())
                .map(key -> client.scan(scan.toBuilder().exclusiveStartKey(key).build()));
    }

    /// The number of events by type.
    Map<String, Integer> counts() {
        var counts = new TreeMap<String, Integer>();
        events.values()
                .forEach(of -> of.forEach(event -> counts.merge(event.type(), 1, Integer::sum)));
        return counts;
    }

    private static RecordedEvent event(Map<String, AttributeValue> item) {
        AttributeValue status = item.getOrDefault("httpStatus", AttributeValue.fromN("0"));
        return new RecordedEvent(text(item, "type"), Integer.parseInt(status.n()));
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return item.getOrDefault(name, AttributeValue.fromS("?")).s();
    }
}
