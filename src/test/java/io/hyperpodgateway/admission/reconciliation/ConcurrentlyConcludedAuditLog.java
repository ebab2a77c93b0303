package io.hyperpodgateway.admission.reconciliation;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.audit.WriteResult;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A record in which an intent gets its outcome just before it is read.
final class ConcurrentlyConcludedAuditLog implements AuditLog {

    private final AuditLog log;
    private final AuditEvent outcome;
    private final Optional<AuditEvent> next;

    ConcurrentlyConcludedAuditLog(AuditLog log, AuditEvent outcome) {
        this(log, outcome, Optional.empty());
    }

    /// @param next the intent of another attempt, which is recorded as well
    ConcurrentlyConcludedAuditLog(AuditLog log, AuditEvent outcome, Optional<AuditEvent> next) {
        this.log = log;
        this.outcome = outcome;
        this.next = next;
    }

    @Override
    public WriteResult intend(AuditEvent intent, Duration budget) {
        return log.intend(intent, budget);
    }

    @Override
    public WriteResult conclude(AuditEvent concluding, Duration budget) {
        return log.conclude(concluding, budget);
    }

    @Override
    public WriteResult append(AuditEvent event, Duration budget) {
        return log.append(event, budget);
    }

    @Override
    public List<AuditEvent> eventsOf(String requestId, Duration budget) {
        log.conclude(outcome, budget);
        next.ifPresent(intent -> log.intend(intent, budget));
        return log.eventsOf(requestId, budget);
    }
}
