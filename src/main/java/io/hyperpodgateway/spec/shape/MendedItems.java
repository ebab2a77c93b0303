package io.hyperpodgateway.spec.shape;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/// The items of an array as they are mended: a copy only if one differs.
final class MendedItems {

    private final JsonArray sent;
    private Map<Integer, Json> changed = Map.of();

    MendedItems(JsonArray sent) {
        this.sent = sent;
    }

    void set(int index, Json value) {
        if (changed.isEmpty()) changed = new HashMap<>();
        changed.put(index, value);
    }

    JsonArray array() {
        if (changed.isEmpty()) return sent;
        var items = new ArrayList<>(sent.items());
        changed.forEach(items::set);
        return new JsonArray(items);
    }
}
