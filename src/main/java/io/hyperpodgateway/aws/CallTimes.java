package io.hyperpodgateway.aws;

import software.amazon.awssdk.core.metrics.CoreMetric;
import software.amazon.awssdk.metrics.MetricCollection;
import software.amazon.awssdk.metrics.MetricPublisher;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Tells how long each call of AWS took, retries included.
final class CallTimes implements MetricPublisher {

    private final BiConsumer<String, Duration> listener;

    /// @param listener is given the operation as AWS names it, and the time
    CallTimes(BiConsumer<String, Duration> listener) {
        this.listener = Objects.requireNonNull(listener);
    }

    @Override
    public void publish(MetricCollection call) {
        Optional<String> operation =
                call.metricValues(CoreMetric.OPERATION_NAME).stream().findFirst();
        Optional<Duration> time =
                call.metricValues(CoreMetric.API_CALL_DURATION).stream().findFirst();
        operation.ifPresent(name -> time.ifPresent(duration -> listener.accept(name, duration)));
    }

    @Override
    public void close() {
        // nothing is held back
    }
}
