package io.hyperpodgateway.chaos.child;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.audit.Recording;

import java.time.Duration;
import java.util.List;

/// A record that knows of no attempt at a key.
///
/// @param log the record itself
record ForgetfulLog(AuditLog log) implements AuditLog {

    @Override
    public Recording intend(AuditEvent intent, Duration budget) {
        return log.intend(intent, budget);
    }

    @Override
    public Recording conclude(AuditEvent outcome, Duration budget) {
        return log.conclude(outcome, budget);
    }

    @Override
    public Recording append(AuditEvent event, Duration budget) {
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
