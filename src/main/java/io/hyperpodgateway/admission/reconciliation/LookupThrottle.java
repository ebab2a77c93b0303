package io.hyperpodgateway.admission.reconciliation;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/// How fast SageMaker may be asked: at once as long as it answers, and slower, by a pause before
/// each look, each time it asks for patience. Those that share it slow down together.
final class LookupThrottle {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(16);

    private final AtomicReference<Duration> pause = new AtomicReference<>(Duration.ZERO);

    /// How long to wait before the next look.
    Duration pause() {
        return pause.get();
    }

    /// SageMaker asked for patience: twice the pause that the look was made after. Of several looks
    /// made after the same one the first alone counts.
    void slowDown(Duration pausedBefore) {
        Duration twice = pausedBefore.multipliedBy(2);
        Duration longer = twice.compareTo(FIRST) < 0 ? FIRST : twice;
        pause.compareAndSet(pausedBefore, longer.compareTo(LONGEST) < 0 ? longer : LONGEST);
    }

    /// SageMaker answered: half the pause that the look was made after.
    void speedUp(Duration pausedBefore) {
        Duration half = pausedBefore.dividedBy(2);
        pause.compareAndSet(pausedBefore, half.compareTo(FIRST) < 0 ? Duration.ZERO : half);
    }
}
