package io.hyperpodgateway.admission;

import io.hyperpodgateway.admission.port.OpenItem;
import io.hyperpodgateway.admission.port.OpenItems;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.InMemoryAuditLog;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The open items as a record in memory has them.
public final class MirroredOpenItems implements OpenItems {

    private final InMemoryAuditLog log;
    private final Map<String, Instant> firstAbsences = new HashMap<>();

    public MirroredOpenItems(InMemoryAuditLog log) {
        this.log = log;
    }

    @Override
    public Optional<OpenItem> find(String requestId, Duration budget) {
        return items().stream().filter(item -> item.requestId().equals(requestId)).findFirst();
    }

    @Override
    public synchronized boolean keepFirstAbsence(OpenItem item, Instant at, Duration budget) {
        boolean open = find(item.requestId(), budget).filter(item::equals).isPresent();
        return open && firstAbsences.putIfAbsent(item.intentSha256(), at) == null;
    }

    @Override
    public Backlog all(Duration budget) {
        return new Backlog(items(), List.of());
    }

    private synchronized List<OpenItem> items() {
        return log.openIntents().stream().map(this::item).toList();
    }

    private OpenItem item(AuditEvent intent) {
        return new OpenItem(
                intent.requestId(),
                intent.sequence(),
                Instant.parse(intent.text("at").orElseThrow()),
                intent.text("clusterName").orElseThrow(),
                intent.sha256(),
                Optional.ofNullable(firstAbsences.get(intent.sha256())));
    }
}
