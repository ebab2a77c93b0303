package io.hyperpodgateway.chaos.child;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.audit.WriteResult;

import java.time.Duration;
import java.util.List;

/// An audit log with replaced writes.
///
/// @param log the real log
/// @param intend replaces the write of an intent
/// @param conclude replaces the write of an outcome
record TamperingAuditLog(AuditLog log, Write intend, Write conclude) implements AuditLog {

    @FunctionalInterface
    interface Write {
        WriteResult put(AuditLog log, AuditEvent event, Duration budget);
    }

    static TamperingAuditLog intending(AuditLog log, Write intend) {
        return new TamperingAuditLog(log, intend, AuditLog::conclude);
    }

    static TamperingAuditLog concluding(AuditLog log, Write conclude) {
        return new TamperingAuditLog(log, AuditLog::intend, conclude);
    }

    @Override
    public WriteResult intend(AuditEvent intent, Duration budget) {
        return intend.put(log, intent, budget);
    }

    @Override
    public WriteResult conclude(AuditEvent outcome, Duration budget) {
        return conclude.put(log, outcome, budget);
    }

    @Override
    public WriteResult append(AuditEvent event, Duration budget) {
        return log.append(event, budget);
    }

    @Override
    public List<AuditEvent> lastAttempt(String requestId, Duration budget) {
        return log.lastAttempt(requestId, budget);
    }

    @Override
    public List<AuditEvent> eventsOf(String requestId, Duration budget) {
        return log.eventsOf(requestId, budget);
    }
}
