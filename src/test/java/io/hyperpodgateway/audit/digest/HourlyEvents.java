package io.hyperpodgateway.audit.digest;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.SampleEvents;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import java.util.List;
import java.util.stream.IntStream;

/// Events of given hours.
public final class HourlyEvents {

    private HourlyEvents() {}

    public static AuditEvent intent(Hour hour, String requestId) {
        return AuditEvent.seal(
                at(hour, SampleEvents.intentAttributes(requestId))
                        .with("listKey", Json.of(hour + ":30:00.000Z#" + requestId))
                        .with("day", Json.of(hour.toString().substring(0, 10))));
    }

    public static AuditEvent outcome(Hour hour, AuditEvent intent) {
        return AuditEvent.seal(at(hour, SampleEvents.outcome(intent, "created").members()));
    }

    /// That many intents of that hour, of requests `r-0` and on.
    public static List<AuditEvent> intents(Hour hour, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> intent(hour, "r-%06d".formatted(i)))
                .toList();
    }

    /// The event in a digest.
    public static Entry entry(AuditEvent event) {
        return new Entry(
                Hour.parse(event.text("hour").orElseThrow()).orElseThrow(),
                event.pk(),
                event.sk(),
                event.sha256());
    }

    private static JsonObject at(Hour hour, JsonObject attributes) {
        return attributes
                .with("at", Json.of(hour + ":30:00.000Z"))
                .with("hour", Json.of(hour.toString()));
    }
}
