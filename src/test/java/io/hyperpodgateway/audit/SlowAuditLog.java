package io.hyperpodgateway.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// An audit log with slow reads.
public final class SlowAuditLog implements AuditLog {

    private final AuditLog log;
    private final Runnable time;
    private final List<Duration> budgets = new ArrayList<>();

    /// @param time simulates the time of one read
    public SlowAuditLog(AuditLog log, Runnable time) {
        this.log = log;
        this.time = time;
    }

    /// The budgets of all reads and intents.
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
