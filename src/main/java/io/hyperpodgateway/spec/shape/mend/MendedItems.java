package io.hyperpodgateway.spec.shape.mend;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/// The items of an array as they are mended: a copy only if one differs.
public final class MendedItems {

    private final JsonArray sent;
    private Map<Integer, Json> changed = Map.of();

    public MendedItems(JsonArray sent) {
        this.sent = sent;
    }

    public void set(int index, Json value) {
        if (changed.isEmpty()) changed = new HashMap<>();
        changed.put(index, value);
    }

    public JsonArray array() {
        if (changed.isEmpty()) return sent;
        var items = new ArrayList<>(sent.items());
        changed.forEach(items::set);
        return new JsonArray(items);
    }
}
