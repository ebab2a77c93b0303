package io.hyperpodgateway.audit.list;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.EventType;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.text.Sha256;

import java.time.Instant;
import java.util.Optional;

/// First events of requests for lists, and the events after them.
public final class ListedRequestFixture {

    private ListedRequestFixture() {}

    public static String id(String name) {
        return "r-" + Sha256.hex(name).substring(0, 32);
    }

    public static AuditEvent intent(String id, Instant at, String principal, String cluster) {
        return AuditEvent.seal(
                first(id, at, EventType.INTENDED)
                        .with("principal", Json.of(principal))
                        .with("clusterName", Json.of(cluster)));
    }

    public static AuditEvent refusal(String id, Instant at, String principal, String cluster) {
        return AuditEvent.seal(
                refused(id, at)
                        .with("principal", Json.of(principal))
                        .with("clusterName", Json.of(cluster)));
    }

    /// A refusal without caller and cluster name.
    public static AuditEvent nobodys(String id, Instant at) {
        return AuditEvent.seal(refused(id, at));
    }

    public static AuditEvent outcome(AuditEvent intent, String outcome, Optional<String> arn) {
        return AuditEvent.seal(
                followed(intent, 1, EventType.COMPLETED)
                        .with("outcome", Json.of(outcome))
                        .with("httpStatus", Json.of(arn.isPresent() ? 201 : 429))
                        .with("clusterArn", arn.map(Json::of)));
    }

    /// The intent of another attempt, after the first one's outcome.
    public static AuditEvent another(AuditEvent intent) {
        return AuditEvent.seal(followed(intent, 2, EventType.INTENDED));
    }

    private static JsonObject refused(String id, Instant at) {
        return first(id, at, EventType.REFUSED)
                .with("outcome", Json.of("policy-denied"))
                .with("httpStatus", Json.of(403));
    }

    private static JsonObject first(String id, Instant at, EventType type) {
        String time = KeyRange.of(at, at).from();
        return JsonObject.of("pk", Json.of("REQUEST#" + id))
                .with("sk", Json.of("EVENT#0001"))
                .with("requestId", Json.of(id))
                .with("sequence", Json.of(1))
                .with("type", Json.of(type.name()))
                .with("at", Json.of(time))
                .with("hour", Json.of(time.substring(0, 13)))
                .with("day", Json.of(time.substring(0, 10)))
                .with("listKey", Json.of(time + "#" + id));
    }

    private static JsonObject followed(AuditEvent intent, int later, EventType type) {
        int sequence = intent.sequence() + later;
        return intent.members()
                .without("listKey")
                .without("day")
                .with("sk", Json.of("EVENT#%04d".formatted(sequence)))
                .with("sequence", Json.of(sequence))
                .with("type", Json.of(type.name()));
    }
}
