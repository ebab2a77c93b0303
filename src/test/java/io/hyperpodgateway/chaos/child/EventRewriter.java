package io.hyperpodgateway.chaos.child;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonString;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.HashMap;
import java.util.Map;

/// @param tables the tables with the events
record EventRewriter(RecordTables tables) {

    /// Replaces the event's principal, and its hash.
    void rewrite(AuditEvent event) {
        AuditEvent other = AuditEvent.seal(event.members().with("sourceIp", Json.of("192.0.2.1")));
        tables.client().putItem(put -> put.tableName(tables.audit()).item(attributes(other)));
    }

    private static Map<String, AttributeValue> attributes(AuditEvent event) {
        var attributes = new HashMap<String, AttributeValue>();
        event.members().members().forEach((name, value) -> attributes.put(name, attribute(value)));
        return attributes;
    }

    private static AttributeValue attribute(Json value) {
        return switch (value) {
            case JsonString(var text) -> AttributeValue.fromS(text);
            case JsonNumber number -> AttributeValue.fromN(number.digits());
            default -> throw new IllegalArgumentException("no attribute: " + value);
        };
    }
}
