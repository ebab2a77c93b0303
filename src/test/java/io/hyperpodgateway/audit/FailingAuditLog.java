package io.hyperpodgateway.audit;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// A record that cannot be reached by the calls it is told, and is another record's face otherwise.
public final class FailingAuditLog implements AuditLog {

    /// A method of the port.
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

    /// Fails these calls, none of which does anything.
    public static FailingAuditLog refusing(AuditLog log, LogMethod... failing) {
        return new FailingAuditLog(log, false, failing);
    }

    /// Does what these calls ask, and then loses the answer.
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
