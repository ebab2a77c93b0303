package io.hyperpodgateway.audit;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.text.Sha256;

/// Events for tests.
public final class SampleEvents {

    private SampleEvents() {}

    public static AuditEvent intent(String requestId) {
        return AuditEvent.seal(intentAttributes(requestId));
    }

    /// An intent with these texts.
    public static AuditEvent intent(String requestId, String body, String request) {
        return AuditEvent.seal(
                intentAttributes(requestId)
                        .with("body", Json.of(body))
                        .with("request", Json.of(request))
                        .with("requestSha256", Json.of(Sha256.hex(request))));
    }

    /// The intent of another attempt, after the first one's outcome.
    public static AuditEvent another(AuditEvent intent) {
        int sequence = intent.sequence() + 2;
        return AuditEvent.seal(
                intent.whole()
                        .without("listKey")
                        .without("day")
                        .with("sk", Json.of("EVENT#%04d".formatted(sequence)))
                        .with("sequence", Json.of(sequence)));
    }

    /// The outcome of an intent.
    public static AuditEvent outcome(AuditEvent intent, String outcome) {
        return AuditEvent.seal(
                attributes(intent.requestId(), intent.sequence() + 1, EventType.COMPLETED)
                        .with("outcome", Json.of(outcome))
                        .with("httpStatus", Json.of(201))
                        .with("previousSha256", Json.of(intent.sha256())));
    }

    public static AuditEvent refusal(String requestId, String outcome) {
        return AuditEvent.seal(
                attributes(requestId, 1, EventType.REFUSED)
                        .with("outcome", Json.of(outcome))
                        .with("httpStatus", Json.of(422))
                        .with("previousSha256", Json.of(AuditEvent.NO_PREVIOUS)));
    }

    /// The attributes of a small intent, unsealed.
    public static JsonObject intentAttributes(String requestId) {
        String request = "{\"ClusterName\":\"ml-1\"}";
        return attributes(requestId, 1, EventType.INTENDED)
                .with("listKey", Json.of("2026-11-23T10:00:00.000Z#" + requestId))
                .with("day", Json.of("2026-11-23"))
                .with("clusterName", Json.of("ml-1"))
                .with("body", Json.of(request))
                .with("request", Json.of(request))
                .with("requestSha256", Json.of(Sha256.hex(request)))
                .with("previousSha256", Json.of(AuditEvent.NO_PREVIOUS));
    }

    private static JsonObject attributes(String requestId, int sequence, EventType type) {
        return JsonObject.of("pk", Json.of("REQUEST#" + requestId))
                .with("sk", Json.of("EVENT#%04d".formatted(sequence)))
                .with("requestId", Json.of(requestId))
                .with("sequence", Json.of(sequence))
                .with("type", Json.of(type.name()))
                .with("at", Json.of("2026-11-23T10:00:00.000Z"))
                .with("hour", Json.of("2026-11-23T10"))
                .with("gateway", Json.of("hyperpod-gateway"))
                .with("region", Json.of("eu-west-1"))
                .with("principal", Json.of("arn:aws:iam::111122223333:role/ml-research"))
                .with("accountId", Json.of("111122223333"));
    }
}
