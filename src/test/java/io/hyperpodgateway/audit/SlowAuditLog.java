package io.hyperpodgateway.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A record whose reads take their time.
public final class SlowAuditLog implements AuditLog {

    private final AuditLog log;
    private final Runnable time;
    private final List<Duration> budgets = new ArrayList<>();

    /// @param time lets the time of one read pass
    public SlowAuditLog(AuditLog log, Runnable time) {
        this.log = log;
        this.time = time;
    }

    /// What each read and intent was given.
    public List<Duration> budgets() {
        return List.copyOf(budgets);
    }

    @Override
    public WriteResult intend(AuditEvent intent, Duration budget) {
        budgets.add(budget);
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
    public List<AuditEvent> eventsOf(String requestId, Duration budget) {
        budgets.add(budget);
        time.run();
        return log.eventsOf(requestId, budget);
    }
}
