package io.hyperpodgateway.aws.dynamodb;

import io.hyperpodgateway.audit.EventType;
import io.hyperpodgateway.aws.TimeLeft;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Reads the last events of many requests, some at a time. The calling thread is one of those that
/// read, so that its share counts among its calls.
final class LastEvents {

    private static final int AT_ONCE = 8;

    private static final Map<String, String> MEMBERS =
            Map.of(
                    "#sk", "sk",
                    "#type", "type",
                    "#outcome", "outcome",
                    "#status", "httpStatus",
                    "#arn", "clusterArn");

    private final DynamoDbClient client;
    private final String auditTable;

    LastEvents(DynamoDbClient client, String auditTable) {
        this.client = Objects.requireNonNull(client);
        this.auditTable = Objects.requireNonNull(auditTable);
    }

    /// The last event of each request, by its id.
    ///
    /// @throws RuntimeException what the first read that failed threw
    Map<String, JsonObject> of(Collection<String> requestIds, TimeLeft time) {
        var waiting = new ConcurrentLinkedQueue<>(requestIds);
        var found = new ConcurrentHashMap<String, JsonObject>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var others = new ArrayList<Future<?>>();
            for (int i = 1; i < Math.min(AT_ONCE, requestIds.size()); i++) {
                others.add(threads.submit(() -> work(waiting, found, time)));
            }
            work(waiting, found, time);
            others.forEach(LastEvents::await);
        }
        return Map.copyOf(found);
    }

    private void work(Queue<String> waiting, Map<String, JsonObject> found, TimeLeft time) {
        for (String id = waiting.poll(); id != null; id = waiting.poll()) {
            try {
                String requestId = id;
                last(requestId, time).ifPresent(event -> found.put(requestId, event));
            } catch (RuntimeException e) {
                waiting.clear();
                throw e;
            }
        }
    }

    private Optional<JsonObject> last(String requestId, TimeLeft time) {
        QueryRequest.Builder query =
                QueryRequest.builder()
                        .tableName(auditTable)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk AND begins_with(#sk, :sk)")
                        .expressionAttributeValues(
                                Map.of(
                                        ":pk", AttributeValue.fromS("REQUEST#" + requestId),
                                        ":sk", AttributeValue.fromS("EVENT#")))
                        .projectionExpression(String.join(", ", MEMBERS.keySet()))
                        .expressionAttributeNames(MEMBERS)
                        .scanIndexForward(false)
                        .limit(1);
        List<Map<String, AttributeValue>> items =
                DynamoDbAttempts.make(
                                time,
                                Duration.ZERO,
                                limits -> client.query(query.overrideConfiguration(limits).build()))
                        .items();
        return items.stream().findFirst().map(EventItems::members).map(LastEvents::event);
    }

    /// Behind an intent its request may stand in an item of its own, which has no type.
    private static JsonObject event(JsonObject item) {
        JsonObject event = item.without("sk");
        return event.get("type").isPresent()
                ? event
                : event.with("type", Json.of(EventType.INTENDED.name()));
    }

    private static void await(Future<?> worker) {
        try {
            worker.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException thrown) throw thrown;
            throw new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }
}
