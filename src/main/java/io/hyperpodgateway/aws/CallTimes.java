package io.hyperpodgateway.aws;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

import java.time.Duration;
import java.util.Objects;
import java.util.function.BiConsumer;

/// Measures how long each call of AWS takes, retries included. The SDK's own metrics would collect
/// some thirty values for each call.
final class CallTimes implements ExecutionInterceptor {

    private static final ExecutionAttribute<Long> BEGUN = new ExecutionAttribute<>("Begun");

    private final BiConsumer<String, Duration> listener;

    /// @param listener receives the operation as AWS names it, and the duration
    CallTimes(BiConsumer<String, Duration> listener) {
        this.listener = Objects.requireNonNull(listener);
    }

    @Override
    public void beforeExecution(Context.BeforeExecution call, ExecutionAttributes attributes) {
        attributes.putAttribute(BEGUN, System.nanoTime());
    }

    @Override
    public void afterExecution(Context.AfterExecution call, ExecutionAttributes attributes) {
        report(attributes);
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution call, ExecutionAttributes attributes) {
        report(attributes);
    }

    private void report(ExecutionAttributes attributes) {
        long time = System.nanoTime() - attributes.getAttribute(BEGUN);
        listener.accept(
                attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME),
                Duration.ofNanos(time));
    }
}
