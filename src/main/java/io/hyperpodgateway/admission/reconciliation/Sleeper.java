package io.hyperpodgateway.admission.reconciliation;

import java.time.Duration;

/// How time is let pass.
@FunctionalInterface
public interface Sleeper {

    /// Returns after that time.
    void sleep(Duration time) throws InterruptedException;
}
