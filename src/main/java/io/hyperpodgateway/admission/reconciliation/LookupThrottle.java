package io.hyperpodgateway.admission.reconciliation;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/// Limits the rate of calls to SageMaker: no pause as long as it answers, and a longer pause before
/// each lookup each time it throttles. All workers share one throttle.
final class LookupThrottle {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(16);

    private final AtomicReference<Duration> pause = new AtomicReference<>(Duration.ZERO);

    /// The pause before the next lookup.
    Duration pause() {
        return pause.get();
    }

    /// After a throttled lookup: doubles the pause that preceded it. Of several lookups after the
    /// same pause, only the first counts.
    void slowDown(Duration pausedBefore) {
        Duration twice = pausedBefore.multipliedBy(2);
        Duration longer = twice.compareTo(FIRST) < 0 ? FIRST : twice;
        pause.compareAndSet(pausedBefore, longer.compareTo(LONGEST) < 0 ? longer : LONGEST);
    }

    /// After an answer: halves the pause that preceded the lookup.
    void speedUp(Duration pausedBefore) {
        Duration half = pausedBefore.dividedBy(2);
        pause.compareAndSet(pausedBefore, half.compareTo(FIRST) < 0 ? Duration.ZERO : half);
    }
}
