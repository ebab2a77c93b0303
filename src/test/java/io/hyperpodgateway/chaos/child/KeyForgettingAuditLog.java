package io.hyperpodgateway.chaos.child;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.audit.WriteResult;

import java.time.Duration;
import java.util.List;

/// An audit log that never finds an attempt.
///
/// @param log the real log
record KeyForgettingAuditLog(AuditLog log) implements AuditLog {

    @Override
    public WriteResult intend(AuditEvent intent, Duration budget) {
        return log.intend(intent, budget);
    }

    @Override
    public WriteResult conclude(AuditEvent outcome, Duration budget) {
        return log.conclude(outcome, budget);
    }

    @Override
    public WriteResult append(AuditEvent event, Duration budget) {
        return log.append(event, budget);
    }

    @Override
    public List<AuditEvent> lastAttempt(String requestId, Duration budget) {
        return List.of();
    }

    @Override
    public List<AuditEvent> eventsOf(String requestId, Duration budget) {
        return log.eventsOf(requestId, budget);
    }
}
