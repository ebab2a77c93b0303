package io.hyperpodgateway.spec.shape.mend;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// The members of an object as they are mended, in their order: a copy only if one differs.
public final class MendedMembers {

    private final JsonObject sent;
    private Map<String, Map.Entry<String, Json>> changed = Map.of();

    public MendedMembers(JsonObject sent) {
        this.sent = sent;
    }

    /// The member has that name and value.
    public void set(String sentName, String name, Json value) {
        if (changed.isEmpty()) changed = new HashMap<>();
        changed.put(sentName, Map.entry(name, value));
    }

    public JsonObject object() {
        if (changed.isEmpty()) return sent;
        var members = new LinkedHashMap<String, Json>();
        sent.members()
                .forEach((name, value) -> {
                    Map.Entry<String, Json> member =
                            changed.getOrDefault(name, Map.entry(name, value));
                    members.put(member.getKey(), member.getValue());
                });
        return new JsonObject(members);
    }
}
