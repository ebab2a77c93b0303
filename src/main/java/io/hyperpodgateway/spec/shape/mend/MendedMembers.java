package io.hyperpodgateway.spec.shape.mend;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The members of an object as they are mended, in their order: a copy only if one differs.
public final class MendedMembers {

    private final JsonObject sent;
    private Map<String, Map.Entry<String, Json>> changed = Map.of();

    private final Set<String> removed = new HashSet<>();

    public MendedMembers(JsonObject sent) {
        this.sent = sent;
    }

    /// The member has that name and value.
    public void set(String sentName, String name, Json value) {
        if (changed.isEmpty()) changed = new HashMap<>();
        changed.put(sentName, Map.entry(name, value));
    }

    /// The member is left out.
    public void remove(String sentName) {
        removed.add(sentName);
    }

    public JsonObject object() {
        if (changed.isEmpty() && removed.isEmpty()) return sent;
        var members = new LinkedHashMap<String, Json>();
        sent.members()
                .forEach((name, value) -> {
                    if (removed.contains(name)) return;
                    Map.Entry<String, Json> member =
                            changed.getOrDefault(name, Map.entry(name, value));
                    members.put(member.getKey(), member.getValue());
                });
        return new JsonObject(members);
    }
}
