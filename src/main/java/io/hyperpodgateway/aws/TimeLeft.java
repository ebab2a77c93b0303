package io.hyperpodgateway.aws;

import java.time.Duration;

/// What is left of a budget that several calls share.
public final class TimeLeft {

    /// The SDK takes no time limit of nothing: a call past its budget gets this, and ends.
    private static final Duration LEAST = Duration.ofMillis(1);

    private final long end;

    private TimeLeft(long end) {
        this.end = end;
    }

    public static TimeLeft of(Duration budget) {
        return new TimeLeft(System.nanoTime() + budget.toNanos());
    }

    /// What is left, a millisecond at least.
    public Duration left() {
        return leftBut(Duration.ZERO);
    }

    /// What is left beyond a reserve, a millisecond at least.
    public Duration leftBut(Duration reserve) {
        Duration left = Duration.ofNanos(end - System.nanoTime()).minus(reserve);
        return left.compareTo(LEAST) < 0 ? LEAST : left;
    }

    /// Whether more than that is left.
    public boolean hasMoreThan(Duration needed) {
        return end - System.nanoTime() > needed.toNanos();
    }
}
