package io.hyperpodgateway.audit;

import io.hyperpodgateway.audit.WriteResult.Recorded;
import io.hyperpodgateway.audit.WriteResult.Taken;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// An audit log in memory that keeps the whole contract.
public final class InMemoryAuditLog implements AuditLog {

    private final Map<String, AuditEvent> events = new TreeMap<>();
    private final Map<String, AuditEvent> open = new TreeMap<>();

    @Override
    public synchronized WriteResult intend(AuditEvent intent, Duration budget) {
        Optional<WriteResult> taken = existing(intent);
        if (taken.isPresent()) return taken.get();
        if (open.containsKey(intent.requestId())) {
            throw new AuditUnavailableException(
                    "another intent is open", new IllegalStateException(intent.requestId()));
        }
        events.put(place(intent), intent);
        open.put(intent.requestId(), intent);
        return new Recorded();
    }

    @Override
    public synchronized WriteResult conclude(AuditEvent outcome, Duration budget) {
        Optional<WriteResult> taken = existing(outcome);
        if (taken.isPresent()) return taken.get();
        events.put(place(outcome), outcome);
        open.remove(outcome.requestId());
        return new Recorded();
    }

    @Override
    public synchronized WriteResult append(AuditEvent event, Duration budget) {
        Optional<WriteResult> taken = existing(event);
        if (taken.isPresent()) return taken.get();
        events.put(place(event), event);
        return new Recorded();
    }

    @Override
    public synchronized List<AuditEvent> eventsOf(String requestId, Duration budget) {
        return events.values().stream().filter(e -> e.requestId().equals(requestId)).toList();
    }

    /// All events, by request and in order.
    public synchronized List<AuditEvent> events() {
        return List.copyOf(events.values());
    }

    /// The intents without an outcome.
    public synchronized List<AuditEvent> openIntents() {
        return List.copyOf(open.values());
    }

    private Optional<WriteResult> existing(AuditEvent event) {
        return Optional.ofNullable(events.get(place(event)))
                .map(there ->
                        there.sha256().equals(event.sha256()) ? new Recorded() : new Taken(there));
    }

    private static String place(AuditEvent event) {
        return event.pk() + " " + event.sk();
    }
}
