package io.hyperpodgateway.aws.dynamodb;

import io.hyperpodgateway.audit.LongText;
import io.hyperpodgateway.audit.RequestSummary;
import io.hyperpodgateway.aws.TimeLeft;
import io.hyperpodgateway.json.JsonObject;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
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

/// Reads the last events of many requests, some at a time. The calling thread takes part, so that
/// its calls are measured.
final class LastEvents {

    private static final int AT_ONCE = 8;

    /// The attributes to read, by placeholder: some are reserved words of DynamoDB.
    private static final Map<String, String> NAMES = names();

    private final DynamoDbClient client;
    private final String auditTable;

    LastEvents(DynamoDbClient client, String auditTable) {
        this.client = Objects.requireNonNull(client);
        this.auditTable = Objects.requireNonNull(auditTable);
    }

    /// The last event of each request, by its id.
    ///
    /// @throws RuntimeException the failure of the first read that failed
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

    /// The item after an intent may be its request, which is not an event.
    private Optional<JsonObject> last(String requestId, TimeLeft time) {
        return read(requestId, "EVENT#", "begins_with(#sk, :sk)", time)
                .flatMap(item -> {
                    String sk = item.text("sk").orElseThrow();
                    return EventItems.isBeside(sk)
                            ? read(requestId, EventItems.besideOf(sk), "#sk = :sk", time)
                            : Optional.of(item);
                })
                .map(item -> item.without("sk"));
    }

    private Optional<JsonObject> read(
            String requestId, String sk, String condition, TimeLeft time) {
        QueryRequest.Builder query =
                QueryRequest.builder()
                        .tableName(auditTable)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk AND " + condition)
                        .expressionAttributeValues(
                                Map.of(
                                        ":pk", AttributeValue.fromS("REQUEST#" + requestId),
                                        ":sk", AttributeValue.fromS(sk)))
                        .projectionExpression(String.join(", ", NAMES.keySet()))
                        .expressionAttributeNames(NAMES)
                        .scanIndexForward(false)
                        .limit(1);
        List<Map<String, AttributeValue>> items =
                DynamoDbRetries.make(
                                time,
                                Duration.ZERO,
                                limits -> client.query(query.overrideConfiguration(limits).build()))
                        .items();
        return items.stream().findFirst().map(EventItems::members);
    }

    /// Long texts have attribute names of their own.
    private static Map<String, String> names() {
        var names = new LinkedHashMap<>(Map.of("#sk", "sk"));
        for (String attribute : RequestSummary.LAST_EVENT) {
            names.put("#" + attribute, attribute);
            names.put("#" + attribute + LongText.SUFFIX, attribute + LongText.SUFFIX);
        }
        return Collections.unmodifiableMap(names);
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
