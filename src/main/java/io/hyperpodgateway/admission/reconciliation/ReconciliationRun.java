package io.hyperpodgateway.admission.reconciliation;

import io.hyperpodgateway.admission.port.Budgets;
import io.hyperpodgateway.admission.port.Deadline;
import io.hyperpodgateway.admission.port.OpenIntentEntry;
import io.hyperpodgateway.admission.reconciliation.Reconciliation.Look;
import io.hyperpodgateway.admission.settlement.SettlementResult;
import io.hyperpodgateway.admission.settlement.SettlementResult.SettlementCause;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.BiFunction;

/// The state of one run, shared by its workers.
final class ReconciliationRun {

    /// The time limit of one intent.
    private static final Duration FOR_ONE = Duration.ofSeconds(20);

    /// With less time than this left, no further intent is begun, so that the last one ends and the
    /// log is written.
    static final Duration FLOOR = FOR_ONE.plusSeconds(5);

    private final BlockingDeque<OpenIntentEntry> waiting;
    private final Collection<Look> looks = new ConcurrentLinkedQueue<>();
    private final LookupThrottle throttle = new LookupThrottle();
    private final BiFunction<OpenIntentEntry, Deadline, SettlementResult> inspection;
    private final Deadline deadline;
    private final Sleeper sleeper;

    /// @param items oldest first
    /// @param inspection processes one intent within a deadline of its own
    ReconciliationRun(
            List<OpenIntentEntry> items,
            BiFunction<OpenIntentEntry, Deadline, SettlementResult> inspection,
            Deadline deadline,
            Sleeper sleeper) {
        this.waiting = new LinkedBlockingDeque<>(items);
        this.inspection = inspection;
        this.deadline = deadline;
        this.sleeper = sleeper;
    }

    /// Processes one intent after the other until there are none left, or no time. Throttled ones
    /// are retried first, after a pause.
    void work() {
        for (Optional<Duration> paused = pause(); paused.isPresent(); paused = pause()) {
            OpenIntentEntry entry = waiting.pollFirst();
            if (entry == null) return;
            var look = new Look(entry, inspection.apply(entry, Budgets.within(deadline, FOR_ONE)));
            if (look.isOpenFor(SettlementCause.THROTTLED)) {
                throttle.slowDown(paused.get());
                waiting.addFirst(entry);
            } else {
                throttle.speedUp(paused.get());
                looks.add(look);
            }
        }
    }

    List<Look> looks() {
        return List.copyOf(looks);
    }

    List<OpenIntentEntry> left() {
        return List.copyOf(waiting);
    }

    /// @return the pause that was made; empty if nothing is left to wait for, or no time
    private Optional<Duration> pause() {
        if (waiting.isEmpty()) return Optional.empty();
        Duration pause = throttle.pause();
        if (deadline.remaining().minus(pause).compareTo(FLOOR) < 0) return Optional.empty();
        if (pause.isZero()) return Optional.of(pause);
        try {
            sleeper.sleep(pause);
            return Optional.of(pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
