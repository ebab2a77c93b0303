package io.hyperpodgateway.chaos.proxy;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.audit.verify.RecordTable;
import io.hyperpodgateway.audit.verify.StoredItem;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.text.Reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What took effect: the created clusters, and every item of the record as first seen.
public final class Ledger {

    private static final String TAG = "hyperpod-gateway:request-id";
    private static final Duration READ = Duration.ofSeconds(20);

    private final RecordTable table;
    private final AuditLog log;
    private final Map<String, String> seen = new LinkedHashMap<>();
    private final List<Made> made = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();

    /// @param table the record, read without the proxy
    /// @param log the same
    public Ledger(RecordTable table, AuditLog log) {
        this.table = table;
        this.log = log;
    }

    /// A cluster that SageMaker created.
    ///
    /// @param requestId its tag; empty if it has none
    /// @param intent the sequence number of the intent that was open when it was created; 0 if
    ///   there was none
    public record Made(String name, String arn, String requestId, int intent) {

        public boolean isIntended() {
            return intent > 0;
        }
    }

    public synchronized List<Made> made() {
        return List.copyOf(made);
    }

    /// Compares the whole record with what was seen before, and adds what is new.
    ///
    /// @return the items that were changed
    public synchronized List<String> changes() {
        var now = new LinkedHashMap<String, String>();
        table.scan(item -> {
            if (item.pk().startsWith("REQUEST#")) now.put(key(item), item.toString());
        });
        now.forEach(this::see);
        for (String key : seen.keySet()) {
            if (!now.containsKey(key)) changed.add(key + " is gone");
        }
        return List.copyOf(changed);
    }

    /// Reads a request's part of the record, right after a write.
    synchronized void look(String requestId) {
        table.partition("REQUEST#" + requestId).forEach(item -> see(key(item), item.toString()));
    }

    /// The sequence number of the request's open intent; 0 if there is none.
    int openIntent(String requestId) {
        List<AuditEvent> attempt = log.lastAttempt(requestId, READ);
        return attempt.size() == 1 ? attempt.getFirst().sequence() : 0;
    }

    synchronized void make(InterceptedCall call, String answer, int intent) {
        JsonObject request = object(call.text());
        made.add(
                new Made(
                        request.text("ClusterName").orElse(""),
                        object(answer).text("ClusterArn").orElse(""),
                        requestIdOf(call),
                        intent));
    }

    /// The request id in a cluster's tag.
    static String requestIdOf(InterceptedCall call) {
        return object(call.text()).get("Tags").stream()
                .filter(JsonArray.class::isInstance)
                .flatMap(tags -> ((JsonArray) tags).items().stream())
                .map(JsonObject.class::cast)
                .filter(tag -> tag.text("Key").equals(Optional.of(TAG)))
                .flatMap(tag -> tag.text("Value").stream())
                .findFirst()
                .orElse("");
    }

    private void see(String key, String item) {
        String first = seen.putIfAbsent(key, item);
        if (first != null && !first.equals(item)) {
            seen.put(key, item);
            changed.add("%s was %s and is %s".formatted(key, first, item));
        }
    }

    private static String key(StoredItem item) {
        return item.pk() + " " + item.sk();
    }

    private static JsonObject object(String text) {
        return JsonReader.read(text) instanceof Reading.Read(JsonObject object)
                ? object
                : JsonObject.EMPTY;
    }
}
