package io.hyperpodgateway.load;

import io.hyperpodgateway.local.Tables;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Holds the record against the answers: every one that must be is recorded, once, under the id
/// that it was answered with, and nothing else is.
final class RecordCheck {

    private final DynamoDbClient client;
    private final Tables tables;

    RecordCheck(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    /// What the record lacks or has too much of, a sentence each.
    List<String> mistakes(List<Outcome> outcomes) {
        Map<String, List<String>> recorded = recorded();
        var mistakes = new ArrayList<String>();
        int notInTime = 0;
        for (Outcome outcome : outcomes) {
            String requestId = outcome.answer().requestId();
            if (outcome.answer().isNotInTime()) {
                // what was being written then may stand or not
                recorded.remove(requestId);
                notInTime++;
                continue;
            }
            if (outcome.kind().recorded().isEmpty()) continue;
            List<String> expected = outcome.kind().recorded().stream().sorted().toList();
            List<String> types =
                    recorded.getOrDefault(requestId, List.of()).stream().sorted().toList();
            recorded.remove(requestId);
            if (!types.equals(expected)) {
                mistakes.add(
                        "%s %s: %s is recorded, %s is expected"
                                .formatted(outcome.kind(), requestId, types, expected));
            }
        }
        recorded.forEach((id, types) -> mistakes.add("%s is nobody's: %s".formatted(id, types)));
        int open = client.scan(scan -> scan.tableName(tables.open())).count();
        if (open > notInTime) mistakes.add(open + " intents are open");
        return mistakes;
    }

    /// How many events of each type there are.
    Map<String, Integer> counts() {
        var counts = new TreeMap<String, Integer>();
        recorded()
                .values()
                .forEach(types -> types.forEach(it -> counts.merge(it, 1, Integer::sum)));
        return counts;
    }

    private Map<String, List<String>> recorded() {
        var byRequest = new HashMap<String, List<String>>();
        client.scanPaginator(scan ->
                        scan.tableName(tables.audit())
                                .projectionExpression("requestId, #type")
                                .expressionAttributeNames(Map.of("#type", "type")))
                .items()
                .forEach(item ->
                        byRequest
                                .computeIfAbsent(text(item, "requestId"), _ -> new ArrayList<>())
                                .add(text(item, "type")));
        return byRequest;
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return item.getOrDefault(name, AttributeValue.fromS("?")).s();
    }
}
