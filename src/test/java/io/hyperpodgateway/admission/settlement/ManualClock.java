package io.hyperpodgateway.admission.settlement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that tests advance.
public final class ManualClock extends Clock {

    private final AtomicReference<Instant> now;

    public ManualClock(Instant now) {
        this.now = new AtomicReference<>(now);
    }

    public void forward(Duration time) {
        now.updateAndGet(then -> then.plus(time));
    }

    public void set(Instant instant) {
        now.set(instant);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("always UTC");
    }
}
