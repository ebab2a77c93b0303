package io.hyperpodgateway.audit;

import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.json.JsonObject;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The events of one request.
///
/// @param events oldest first; at least one
public record RequestHistory(List<AuditEvent> events) {

    /// The outcome of a request whose last intent has none yet.
    public static final String OPEN = "open";

    private static final Pattern REQUEST_ID = Pattern.compile("r-[0-9a-f]{32}");

    public RequestHistory {
        events = List.copyOf(events);
        if (events.isEmpty())
            throw new IllegalArgumentException("a request without events is none");
    }

    /// The last intent and what follows it; empty if there is no intent.
    public static List<AuditEvent> lastAttempt(List<AuditEvent> events) {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (events.get(i).type() == EventType.INTENDED)
                return List.copyOf(events.subList(i, events.size()));
        }
        return List.of();
    }

    /// Whether the text has the form of a request id: `r-` and 32 hex digits.
    public static boolean isRequestId(String text) {
        return REQUEST_ID.matcher(text).matches();
    }

    public String requestId() {
        return events.getFirst().requestId();
    }

    /// The outcome of the request's last event, or `open`.
    public String outcome() {
        return events.getLast().text("outcome").orElse(OPEN);
    }

    public Optional<String> clusterArn() {
        return events.getLast().text("clusterArn");
    }

    /// Whether that caller sent the request. A request without an identified caller belongs to
    /// nobody.
    public boolean isOf(Caller caller) {
        return events.getFirst().text("principal").filter(caller.principal()::equals).isPresent();
    }

    public JsonObject summary() {
        return RequestSummary.of(events.getFirst().members(), events.getLast().members());
    }
}
