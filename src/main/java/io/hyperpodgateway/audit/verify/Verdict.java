package io.hyperpodgateway.audit.verify;

import io.hyperpodgateway.audit.digest.Anchor;
import io.hyperpodgateway.audit.digest.Hour;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The result of verifying a record.
///
/// @param failures the failures, up to ten thousand
/// @param unreported the number of failures above that
/// @param anchor the newest anchor outside the table; empty if there is none
/// @param events the number of events
/// @param requests the number of requests
/// @param reduced the number of events without body, request and user agent, because they were in
///   the log for a while
/// @param oversized the number of events with only the size of their request, because it was too
///   large for a request that created nothing
/// @param pending the number of events that the next digest will list
/// @param digests the number of digests
/// @param newest the hour of the newest digest
/// @param afterAnchor the number of digests that are newer than the anchor
/// @param at when the verification ended
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

    public enum Status {
        /// Everything is consistent, also with the anchors.
        OK,
        /// Something is inconsistent.
        INCONSISTENT,
        /// Everything is consistent, but without anchors the whole record could have been
        /// recreated.
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

    /// One line that begins with the verdict. An age is the time since the end of an hour.
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
