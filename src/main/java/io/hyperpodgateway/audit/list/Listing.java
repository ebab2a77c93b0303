package io.hyperpodgateway.audit.list;

import io.hyperpodgateway.audit.EventType;
import io.hyperpodgateway.json.JsonObject;

/// A request as an index has it: by its first event.
///
/// @param members of the first event, those that the indexes project
public record Listing(JsonObject members) {

    public String requestId() {
        return required("requestId");
    }

    /// Its place in the list.
    public String listKey() {
        return required("listKey");
    }

    /// Whether more events may follow the first: what came of the request is not in the index.
    public boolean isIntent() {
        return required("type").equals(EventType.INTENDED.name());
    }

    private String required(String member) {
        return members.text(member)
                .orElseThrow(() -> new IllegalStateException("a listing without " + member));
    }
}
