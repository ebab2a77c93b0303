package io.hyperpodgateway.admission.reconciliation;

import java.time.Duration;

/// Waits.
@FunctionalInterface
public interface Sleeper {

    void sleep(Duration time) throws InterruptedException;
}
