package io.hyperpodgateway.audit.digest;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Creates the digests of the hours that have ended, in order, each chained to the one before.
public final class DigestRun {

    /// The time after the end of an hour until its digest is created, so that the index is
    /// complete: a minute less than the schedule, because the clocks differ.
    static final Duration SLACK = Duration.ofMinutes(14);

    private final EventIndex index;
    private final DigestStore digests;
    private final Clock clock;
    private final LateEvents lateEvents;
    private final HourDigester digester;

    public DigestRun(EventIndex index, DigestStore digests, Clock clock) {
        this.index = Objects.requireNonNull(index);
        this.digests = Objects.requireNonNull(digests);
        this.clock = Objects.requireNonNull(clock);
        this.lateEvents = new LateEvents(index, digests);
        this.digester = new HourDigester(index, digests, clock);
    }

    /// Creates the missing digests up to the hour that ended last.
    ///
    /// The chain begins with the hour of the first event, or with the hour that ended last if there
    /// is none. The first digest of a run lists the late events of the hours before; the later ones
    /// need not look again.
    ///
    /// @param timeIsLeft whether there is time for another digest
    public DigestRunResult run(BooleanSupplier timeIsLeft) {
        Hour last = Hour.of(clock.instant().minus(SLACK)).plus(-1);
        Optional<Digest> latest = digests.latest(last);
        Hour next =
                latest.map(digest -> digest.hour().plus(1))
                        .orElseGet(() -> index.firstHour(last).orElse(last));
        var made = new ArrayList<Digest>();
        while (next.compareTo(last) <= 0 && timeIsLeft.getAsBoolean()) {
            List<Entry> late = made.isEmpty() ? lateEvents.before(next) : List.of();
            Digest digest = digester.make(next, latest, late);
            made.add(digest);
            latest = Optional.of(digest);
            next = next.plus(1);
        }
        return new DigestRunResult(made, latest, last.after(next) + 1);
    }
}
