package io.hyperpodgateway.admission.port;

import java.time.Duration;

/// The time until the function is ended from outside.
@FunctionalInterface
public interface Deadline {

    Duration remaining();
}
