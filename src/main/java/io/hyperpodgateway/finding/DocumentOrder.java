package io.hyperpodgateway.finding;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonBoolean;
import io.hyperpodgateway.json.JsonNull;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.json.JsonString;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// The order of the places in one document: parents before children, what is not there after
/// everything that is.
final class DocumentOrder {

    private static final int ABSENT = Integer.MAX_VALUE;

    private final JsonObject document;
    // Asked once per finding, and there may be as many findings as members.
    private final IdentityHashMap<JsonObject, Map<String, Integer>> indexes =
            new IdentityHashMap<>();

    DocumentOrder(JsonObject document) {
        this.document = document;
    }

    List<Finding> sorted(Collection<Finding> findings) {
        if (findings.size() < 2) return List.copyOf(findings);
        return findings.stream()
                .map(finding -> Map.entry(position(finding.pointer()), finding))
                .sorted(Map.Entry.comparingByKey(Arrays::compare))
                .map(Map.Entry::getValue)
                .toList();
    }

    /// An index per token, as far as the document goes along.
    private int[] position(JsonPointer pointer) {
        int[] position = new int[pointer.tokens().size()];
        Json here = document;
        for (int depth = 0; depth < position.length; depth++) {
            String token = pointer.tokens().get(depth);
            position[depth] = index(here, token);
            if (position[depth] == ABSENT) return Arrays.copyOf(position, depth + 1);
            here = child(here, token, position[depth]);
        }
        return position;
    }

    private int index(Json parent, String token) {
        return switch (parent) {
            case JsonObject object -> indexes(object).getOrDefault(token, ABSENT);
            case JsonArray(var items) -> index(items, token);
            case JsonString _, JsonNumber _, JsonBoolean _, JsonNull _ -> ABSENT;
        };
    }

    private static int index(List<Json> items, String token) {
        if (!JsonPointer.isIndex(token)) return ABSENT;
        int index = Integer.parseInt(token);
        return index < items.size() ? index : ABSENT;
    }

    private Map<String, Integer> indexes(JsonObject object) {
        return indexes.computeIfAbsent(
                object,
                _ -> {
                    var byName = new HashMap<String, Integer>();
                    object.members().keySet().forEach(name -> byName.put(name, byName.size()));
                    return byName;
                });
    }

    private static Json child(Json parent, String token, int index) {
        return switch (parent) {
            case JsonObject object -> object.get(token).orElseThrow();
            case JsonArray(var items) -> items.get(index);
            case JsonString _, JsonNumber _, JsonBoolean _, JsonNull _ -> parent;
        };
    }
}
