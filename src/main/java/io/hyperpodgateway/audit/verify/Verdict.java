package io.hyperpodgateway.audit.verify;

import io.hyperpodgateway.audit.digest.Anchor;
import io.hyperpodgateway.audit.digest.Hour;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What a walk through the record came to.
///
/// @param failures what is not as it was written, the first ten thousand
/// @param unreported how many flaws there are beyond
/// @param anchor the newest of what was kept outside the table; empty if nothing was
/// @param events how many events stand
/// @param requests of how many requests
/// @param reduced how many of the events stand without body, request and user agent, because the
///   log held them for a while
/// @param oversized how many of the events keep the size of their request alone, because it was too
///   large for a request that made nothing
/// @param pending how many of the events are such as the next digest will list
/// @param digests how many digests stand
/// @param newest the hour of the newest digest
/// @param afterAnchor how many of the digests are newer than the anchor
/// @param at when the walk ended
public record Verdict(
        List<VerificationFailure> failures,
        long unreported,
        Optional<Anchor> anchor,
        long events,
        long requests,
        long reduced,
        long oversized,
        long pending,
        long digests,
        Optional<Hour> newest,
        long afterAnchor,
        Instant at) {

    /// What the record is.
    public enum Status {
        /// Everything fits, and what was kept outside says the same.
        OK,
        /// Something does not fit.
        INCONSISTENT,
        /// Everything fits, but who can put items could have made it all anew.
        UNANCHORED
    }

    public Verdict {
        failures = List.copyOf(failures);
        Objects.requireNonNull(anchor);
        Objects.requireNonNull(newest);
        Objects.requireNonNull(at);
    }

    public Status status() {
        if (!failures.isEmpty()) return Status.INCONSISTENT;
        return anchor.isPresent() ? Status.OK : Status.UNANCHORED;
    }

    /// One line that begins with the answer. An age is the time since the end of an hour.
    public String toLine() {
        String counts =
                "%d events (%d reduced%s, %d not yet in a digest) of %d requests, %d digests%s%s"
                        .formatted(
                                events,
                                reduced,
                                oversized > 0
                                        ? ", %d without a request over 32 KiB".formatted(oversized)
                                        : "",
                                pending,
                                requests,
                                digests,
                                newest.map(hour -> ", the newest %s old".formatted(age(hour)))
                                        .orElse(""),
                                anchor.map(this::afterAnchor).orElse(""));
        return switch (status()) {
            case OK -> "OK: " + counts;
            case INCONSISTENT ->
                    "NOT OK: %d flaws; %s".formatted(failures.size() + unreported, counts);
            case UNANCHORED -> "consistent, unanchored: " + counts;
        };
    }

    private String afterAnchor(Anchor kept) {
        return ", %d of them after the root of %s that is kept outside, %s old"
                .formatted(afterAnchor, kept.hour(), age(kept.hour()));
    }

    private String age(Hour hour) {
        long minutes = Math.max(0, Duration.between(hour.plus(1).start(), at).toMinutes());
        return "%d h %02d min".formatted(minutes / 60, minutes % 60);
    }
}
