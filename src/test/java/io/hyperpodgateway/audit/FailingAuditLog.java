package io.hyperpodgateway.audit;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// An audit log of which the given calls fail.
public final class FailingAuditLog implements AuditLog {

    public enum LogMethod {
        INTEND,
        CONCLUDE,
        APPEND,
        EVENTS_OF
    }

    private final AuditLog log;
    private final Set<LogMethod> failing;
    private final boolean actsFirst;

    private FailingAuditLog(AuditLog log, boolean actsFirst, LogMethod... failing) {
        this.log = log;
        this.failing = EnumSet.noneOf(LogMethod.class);
        this.failing.addAll(List.of(failing));
        this.actsFirst = actsFirst;
    }

    /// The calls fail without effect.
    public static FailingAuditLog refusing(AuditLog log, LogMethod... failing) {
        return new FailingAuditLog(log, false, failing);
    }

    /// The calls take effect, and then their answer is lost.
    public static FailingAuditLog losingAnswers(AuditLog log, LogMethod... failing) {
        return new FailingAuditLog(log, true, failing);
    }

    @Override
    public WriteResult intend(AuditEvent intent, Duration budget) {
        return call(LogMethod.INTEND, () -> log.intend(intent, budget));
    }

    @Override
    public WriteResult conclude(AuditEvent outcome, Duration budget) {
        return call(LogMethod.CONCLUDE, () -> log.conclude(outcome, budget));
    }

    @Override
    public WriteResult append(AuditEvent event, Duration budget) {
        return call(LogMethod.APPEND, () -> log.append(event, budget));
    }

    @Override
    public List<AuditEvent> eventsOf(String requestId, Duration budget) {
        return call(LogMethod.EVENTS_OF, () -> log.eventsOf(requestId, budget));
    }

    private <T> T call(LogMethod call, Supplier<T> action) {
        if (!failing.contains(call)) return action.get();
        if (actsFirst) action.get();
        throw new AuditUnavailableException("told to fail", new IllegalStateException(call.name()));
    }
}
