package io.hyperpodgateway.admission.port;

import java.time.Duration;
import java.util.Optional;

/// Divides the time of one invocation, so that the outcome is always recorded.
public final class Budgets {

    /// The limit for looking up the key and recording the intent together.
    private static final Duration INTENT = Duration.ofSeconds(6);

    /// Reserved for the intent while the key is looked up.
    private static final Duration KEPT_FOR_INTENT = Duration.ofSeconds(2);

    /// With less time than this left after the intent, SageMaker is not called.
    public static final Duration FLOOR_FOR_SENDING = Duration.ofSeconds(8);

    /// Reserved for everything after the call: a lookup of the cluster, the outcome, the answer.
    private static final Duration KEPT_AFTER_CALL = Duration.ofSeconds(4);

    private static final Duration LONGEST_CALL = Duration.ofSeconds(18);

    /// Reserved for the outcome and the answer while a cluster is looked up.
    private static final Duration KEPT_AFTER_LOOK = Duration.ofMillis(2_500);

    private static final Duration LONGEST_LOOK = Duration.ofSeconds(4);

    /// Reserved for the outcome and the answer while the request that uses a name is read.
    private static final Duration KEPT_AFTER_EXISTING = Duration.ofMillis(1_800);

    private static final Duration LONGEST_EXISTING = Duration.ofSeconds(1);

    private static final Duration KEPT_FOR_ANSWER = Duration.ofMillis(500);

    private static final Duration LONGEST_WRITE = Duration.ofSeconds(6);

    private static final Duration LONGEST_LISTING = Duration.ofSeconds(5);

    private static final Duration LEAST = Duration.ofMillis(100);

    private Budgets() {}

    /// For looking up the key and recording the intent: 6 s together, or less if that is needed to
    /// answer that it failed.
    public static Deadline untilIntended(Deadline deadline) {
        return within(deadline, share(deadline, KEPT_FOR_ANSWER, INTENT));
    }

    /// A deadline that long from now, by the same clock as another.
    public static Deadline within(Deadline deadline, Duration time) {
        Duration end = deadline.remaining().minus(time);
        return () -> deadline.remaining().minus(end);
    }

    /// For looking up the key; reserves time for the intent.
    public static Duration forKeyLookup(Deadline untilIntended) {
        return share(untilIntended, KEPT_FOR_INTENT, INTENT);
    }

    /// For recording the intent: what the lookup left.
    public static Duration forIntent(Deadline untilIntended) {
        return share(untilIntended, Duration.ZERO, INTENT);
    }

    /// For CreateCluster: what is left less 4 s, at most 18 s.
    public static Duration forCall(Deadline deadline) {
        return share(deadline, KEPT_AFTER_CALL, LONGEST_CALL);
    }

    /// For a lookup of the cluster if the result of the call is unknown.
    public static Duration forClusterLookup(Deadline deadline) {
        return share(deadline, KEPT_AFTER_LOOK, LONGEST_LOOK);
    }

    /// For finding the request that uses a name; empty if the outcome's write may need all that is
    /// left.
    public static Optional<Duration> forExisting(Deadline deadline) {
        Duration left = deadline.remaining().minus(KEPT_AFTER_EXISTING);
        if (left.compareTo(LEAST) < 0) return Optional.empty();
        return Optional.of(left.compareTo(LONGEST_EXISTING) < 0 ? left : LONGEST_EXISTING);
    }

    /// For the last write before the answer.
    public static Duration forLastWrite(Deadline deadline) {
        return share(deadline, KEPT_FOR_ANSWER, LONGEST_WRITE);
    }

    /// For reads that the answer consists of.
    public static Duration forReading(Deadline deadline) {
        return share(deadline, KEPT_FOR_ANSWER, LONGEST_CALL);
    }

    /// Reading a list stops when less than this is left: after 5 s, or half of the time.
    public static Duration leftAfterListing(Deadline deadline) {
        Duration left = deadline.remaining();
        Duration half = left.dividedBy(2);
        return left.minus(half.compareTo(LONGEST_LISTING) < 0 ? half : LONGEST_LISTING);
    }

    private static Duration share(Deadline deadline, Duration kept, Duration most) {
        Duration left = deadline.remaining().minus(kept);
        Duration bounded = left.compareTo(most) < 0 ? left : most;
        return bounded.compareTo(LEAST) < 0 ? LEAST : bounded;
    }
}
