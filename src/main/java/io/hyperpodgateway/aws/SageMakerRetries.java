package io.hyperpodgateway.aws;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryUtils;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

import java.time.Duration;

/// Retries for SageMaker: only what was throttled or never left this machine. CreateCluster has no
/// client token, so nothing else can be resent.
public final class SageMakerRetries {

    private static final int ATTEMPTS = 3;
    private static final BackoffStrategy BACKOFF =
            BackoffStrategy.exponentialDelay(Duration.ofMillis(200), Duration.ofSeconds(2));

    private SageMakerRetries() {}

    static RetryStrategy strategy() {
        return DefaultRetryStrategy.standardStrategyBuilder()
                .useClientDefaults(false)
                .retryOnException(SageMakerRetries::isThrottled)
                .retryOnException(ConnectFailure::isImmediate)
                .treatAsThrottling(SageMakerRetries::isThrottled)
                .maxAttempts(ATTEMPTS)
                .backoffStrategy(BACKOFF)
                .throttlingBackoffStrategy(BACKOFF)
                .circuitBreakerEnabled(false)
                .build();
    }

    public static boolean isThrottled(Throwable failure) {
        return failure instanceof SdkException known && RetryUtils.isThrottlingException(known);
    }
}
