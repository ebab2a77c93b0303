package io.hyperpodgateway.audit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// An audit log in which another process is faster, once: just before the next intent.
public final class RacedAuditLog implements AuditLog {

    private final AuditLog log;
    private Optional<Runnable> rival;

    public RacedAuditLog(AuditLog log, Runnable rival) {
        this.log = log;
        this.rival = Optional.of(rival);
    }

    @Override
    public WriteResult intend(AuditEvent intent, Duration budget) {
        Optional<Runnable> faster = rival;
        rival = Optional.empty();
        faster.ifPresent(Runnable::run);
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
        return log.eventsOf(requestId, budget);
    }
}
