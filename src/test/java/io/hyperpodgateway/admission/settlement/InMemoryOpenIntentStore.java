package io.hyperpodgateway.admission.settlement;

import io.hyperpodgateway.admission.port.OpenIntentEntry;
import io.hyperpodgateway.admission.port.OpenIntentStore;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.InMemoryAuditLog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The open intents of a record in memory, and further entries.
public final class InMemoryOpenIntentStore implements OpenIntentStore {

    private final InMemoryAuditLog log;
    private final Map<String, Instant> absences = new HashMap<>();
    private final List<OpenIntentEntry> leftOver = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private boolean unlistable;

    public InMemoryOpenIntentStore(InMemoryAuditLog log) {
        this.log = log;
    }

    /// Adds an entry without intent.
    public synchronized void leaveOver(OpenIntentEntry entry) {
        leftOver.add(entry);
    }

    /// Adds an unreadable entry.
    public synchronized void spoil(String requestId) {
        unreadable.add(requestId);
    }

    /// Makes listing fail from now on.
    public synchronized void failListing() {
        unlistable = true;
    }

    @Override
    public synchronized Optional<OpenIntentEntry> find(String requestId, Duration budget) {
        return items().stream().filter(entry -> entry.requestId().equals(requestId)).findFirst();
    }

    @Override
    public synchronized boolean keepFirstAbsence(
            OpenIntentEntry entry, Instant at, Duration budget) {
        boolean there =
                find(entry.requestId(), budget)
                        .filter(found -> found.intentSha256().equals(entry.intentSha256()))
                        .isPresent();
        return there && absences.putIfAbsent(entry.intentSha256(), at) == null;
    }

    @Override
    public synchronized Backlog all(Duration budget) {
        if (unlistable) {
            throw new AuditUnavailableException("no list", new IllegalStateException());
        }
        return new Backlog(items(), unreadable);
    }

    private List<OpenIntentEntry> items() {
        var items = new ArrayList<>(leftOver);
        log.openIntents().forEach(intent -> items.add(of(intent)));
        return items;
    }

    private OpenIntentEntry of(AuditEvent intent) {
        return new OpenIntentEntry(
                intent.requestId(),
                intent.sequence(),
                Instant.parse(intent.text("at").orElseThrow()),
                intent.text("clusterName").orElseThrow(),
                intent.sha256(),
                Optional.ofNullable(absences.get(intent.sha256())));
    }
}
