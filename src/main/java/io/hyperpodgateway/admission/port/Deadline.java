package io.hyperpodgateway.admission.port;

import java.time.Duration;

/// How much time is left until the function is ended from outside.
@FunctionalInterface
public interface Deadline {

    Duration remaining();
}
