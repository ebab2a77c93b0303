package io.hyperpodgateway.aws;

import java.time.Duration;

/// The rest of a budget that several calls share.
public final class TimeLeft {

    /// The SDK accepts no time limit of zero: a call after the end of its budget gets this.
    private static final Duration LEAST = Duration.ofMillis(1);

    private final long end;

    private TimeLeft(long end) {
        this.end = end;
    }

    public static TimeLeft of(Duration budget) {
        return new TimeLeft(System.nanoTime() + budget.toNanos());
    }

    /// The time left, at least one millisecond.
    public Duration left() {
        return leftBut(Duration.ZERO);
    }

    /// The time left less a reserve, at least one millisecond.
    public Duration leftBut(Duration reserve) {
        Duration left = Duration.ofNanos(end - System.nanoTime()).minus(reserve);
        return left.compareTo(LEAST) < 0 ? LEAST : left;
    }

    public boolean hasMoreThan(Duration needed) {
        return end - System.nanoTime() > needed.toNanos();
    }
}
