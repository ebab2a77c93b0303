package io.hyperpodgateway.audit;

import io.hyperpodgateway.json.CanonicalJson;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import java.util.Optional;

/// One event of the record: an item of the audit table, keys and hash included, in plain form.
///
/// @param members the item's attributes as JSON: strings and integers
public record AuditEvent(JsonObject members) {

    /// The hash before a request's first event: 64 zeros.
    public static final String NO_PREVIOUS = "0".repeat(64);

    /// The event of these attributes, sealed: `sha256` is the lower-case hex SHA-256 of their RFC
    /// 8785 form.
    public static AuditEvent seal(JsonObject attributes) {
        JsonObject unsealed = attributes.without("sha256");
        return new AuditEvent(unsealed.with("sha256", Json.of(CanonicalJson.sha256(unsealed))));
    }

    /// Partition key: `REQUEST#{requestId}`.
    public String pk() {
        return required("pk");
    }

    /// Sort key: `EVENT#0001` and so on.
    public String sk() {
        return required("sk");
    }

    public String requestId() {
        return required("requestId");
    }

    public EventType type() {
        return EventType.valueOf(required("type"));
    }

    /// The place of this event among its request's, from 1.
    public int sequence() {
        return Math.toIntExact(members.integer("sequence").orElseThrow());
    }

    public String sha256() {
        return required("sha256");
    }

    /// The attribute of that name, if it is a string.
    public Optional<String> text(String attribute) {
        return members.text(attribute);
    }

    private String required(String attribute) {
        return members.text(attribute)
                .orElseThrow(() -> new IllegalStateException("an event without " + attribute));
    }
}
