package io.hyperpodgateway.audit;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// A record that cannot be reached by the calls it is told, and is another record's face otherwise.
public final class FailingAuditLog implements AuditLog {

    /// A method of the port.
    public enum Call {
        INTEND,
        CONCLUDE,
        APPEND,
        EVENTS_OF
    }

    private final AuditLog log;
    private final Set<Call> failing;
    private final boolean actsFirst;

    private FailingAuditLog(AuditLog log, boolean actsFirst, Call... failing) {
        this.log = log;
        this.failing = EnumSet.noneOf(Call.class);
        this.failing.addAll(List.of(failing));
        this.actsFirst = actsFirst;
    }

    /// Fails these calls, none of which does anything.
    public static FailingAuditLog refusing(AuditLog log, Call... failing) {
        return new FailingAuditLog(log, false, failing);
    }

    /// Does what these calls ask, and then loses the answer.
    public static FailingAuditLog losingAnswers(AuditLog log, Call... failing) {
        return new FailingAuditLog(log, true, failing);
    }

    @Override
    public Recording intend(AuditEvent intent, Duration budget) {
        return call(Call.INTEND, () -> log.intend(intent, budget));
    }

    @Override
    public Recording conclude(AuditEvent outcome, Duration budget) {
        return call(Call.CONCLUDE, () -> log.conclude(outcome, budget));
    }

    @Override
    public Recording append(AuditEvent event, Duration budget) {
        return call(Call.APPEND, () -> log.append(event, budget));
    }

    @Override
    public List<AuditEvent> eventsOf(String requestId, Duration budget) {
        return call(Call.EVENTS_OF, () -> log.eventsOf(requestId, budget));
    }

    private <T> T call(Call call, Supplier<T> action) {
        if (!failing.contains(call)) return action.get();
        if (actsFirst) action.get();
        throw new AuditUnavailableException("told to fail", new IllegalStateException(call.name()));
    }
}
