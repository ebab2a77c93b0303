package io.hyperpodgateway.audit.list;

import io.hyperpodgateway.audit.EventType;
import io.hyperpodgateway.json.JsonObject;

/// A request in an index, by its first event.
///
/// @param members the projected members of the first event
public record Listing(JsonObject members) {

    public String requestId() {
        return required("requestId");
    }

    public String listKey() {
        return required("listKey");
    }

    /// Whether more events may follow the first; the outcome is not in the index.
    public boolean isIntent() {
        return required("type").equals(EventType.INTENDED.name());
    }

    private String required(String member) {
        return members.text(member)
                .orElseThrow(() -> new IllegalStateException("a listing without " + member));
    }
}
