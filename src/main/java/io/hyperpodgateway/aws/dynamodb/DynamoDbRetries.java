package io.hyperpodgateway.aws.dynamodb;

import io.hyperpodgateway.aws.TimeLeft;

import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/// Retries calls of DynamoDB while that may help and there is time.
///
/// One try gets half of the time left, so that a lost connection leaves time for another.
final class DynamoDbRetries {

    private static final Duration SHORTEST_TRY = Duration.ofSeconds(1);
    private static final long FIRST_PAUSE = 25;
    private static final long LONGEST_PAUSE = 400;

    private DynamoDbRetries() {}

    /// @param time the time that may be used
    /// @param reserve the part of it that is kept
    /// @param call the call, with its time limits
    /// @throws RuntimeException the last try's failure, as the SDK threw it
    static <T> T make(
            TimeLeft time, Duration reserve, Function<AwsRequestOverrideConfiguration, T> call) {
        for (int tries = 0; ; tries++) {
            try {
                return call.apply(limits(time, reserve));
            } catch (RuntimeException e) {
                boolean again =
                        DynamoDbFailure.of(e) == DynamoDbFailure.PASSING
                                && pause(tries, time, reserve);
                if (!again) throw e;
            }
        }
    }

    private static AwsRequestOverrideConfiguration limits(TimeLeft time, Duration reserve) {
        Duration usable = time.leftBut(reserve);
        Duration half = usable.dividedBy(2);
        Duration longer = half.compareTo(SHORTEST_TRY) < 0 ? SHORTEST_TRY : half;
        Duration limit = longer.compareTo(usable) < 0 ? longer : usable;
        return AwsRequestOverrideConfiguration.builder().apiCallTimeout(limit).build();
    }

    /// Waits, longer each time and with jitter.
    ///
    /// @return false if there is not enough time, or the thread is interrupted
    private static boolean pause(int tries, TimeLeft time, Duration reserve) {
        long longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(tries, 10));
        var pause = Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest));
        if (!time.hasMoreThan(reserve.plus(pause))) return false;
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
