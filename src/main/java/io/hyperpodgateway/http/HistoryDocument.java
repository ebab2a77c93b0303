package io.hyperpodgateway.http;

import io.hyperpodgateway.admission.ReadAccess.RequestView;
import io.hyperpodgateway.admission.outcome.Outcomes;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.EventType;
import io.hyperpodgateway.audit.RequestHistory;
import io.hyperpodgateway.audit.RequestSummary;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.text.Reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The document of `GET /requests/{requestId}`.
final class HistoryDocument {

    /// Storage attributes, which are not shown.
    private static final Set<String> KEYS = Set.of("pk", "sk", "day", "listKey");

    private static final String FINDINGS = "findings";

    /// Attributes that contain JSON text and are shown as JSON.
    private static final Set<String> DOCUMENTS =
            Set.of(
                    "request",
                    FINDINGS,
                    RequestSummary.BY_TYPE,
                    RequestSummary.HOURLY_COST,
                    RequestSummary.RULES,
                    RequestSummary.AUDIT_RULES);

    private HistoryDocument() {}

    static JsonObject of(RequestView view) {
        RequestHistory history = view.history();
        var shown = new ArrayList<Json>();
        int lastIntent = lastIntent(history.events());
        for (AuditEvent event : history.events()) {
            boolean outdated = event.type() == EventType.INTENDED && event.sequence() != lastIntent;
            JsonObject whole = view.isAuditor() ? event(event) : withoutAudit(event);
            shown.add(outdated ? whole.without("body").without("request") : whole);
        }
        return JsonObject.of("requestId", Json.of(history.requestId()))
                .with("outcome", Json.of(history.outcome()))
                .with("state", view.state().toJson())
                .with("events", new JsonArray(shown));
    }

    private static int lastIntent(List<AuditEvent> events) {
        return events.stream()
                .filter(event -> event.type() == EventType.INTENDED)
                .mapToInt(AuditEvent::sequence)
                .max()
                .orElse(0);
    }

    private static JsonObject event(AuditEvent event) {
        JsonObject shown = JsonObject.EMPTY;
        for (var attribute : event.whole().members().entrySet()) {
            String name = attribute.getKey();
            if (KEYS.contains(name)) continue;
            shown =
                    shown.with(
                            name,
                            DOCUMENTS.contains(name)
                                    ? parsed(attribute.getValue())
                                    : attribute.getValue());
        }
        return shown;
    }

    /// Findings of `audit` rules are recorded but not shown to the caller.
    private static JsonObject withoutAudit(AuditEvent event) {
        JsonObject shown = event(event).without(RequestSummary.AUDIT_RULES);
        return shown.get(FINDINGS).orElse(Json.of("")) instanceof JsonArray(var findings)
                ? shown.with(FINDINGS, new JsonArray(shown(event, findings)))
                : shown;
    }

    private static List<Json> shown(AuditEvent event, List<Json> findings) {
        return findings.stream()
                .filter(finding ->
                        !(finding instanceof JsonObject object) || Outcomes.isShown(event, object))
                .toList();
    }

    private static Json parsed(Json attribute) {
        return attribute.text().map(JsonReader::read).orElseThrow()
                        instanceof Reading.Read(var document)
                ? document
                : attribute;
    }
}
