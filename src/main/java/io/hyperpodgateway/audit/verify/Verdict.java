package io.hyperpodgateway.audit.verify;

import io.hyperpodgateway.audit.digest.Anchor;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What a walk through the record came to.
///
/// @param flaws what is not as it was written, the first ten thousand
/// @param untold how many flaws there are beyond
/// @param anchor the newest of what was kept outside the table; empty if nothing was
/// @param events how many events stand
/// @param requests of how many requests
/// @param reduced how many of the events stand without body, request and user agent, because the
///   log held them for a while
/// @param pending how many of the events are such as the next digest will list
/// @param digests how many digests stand
/// @param afterAnchor how many of the digests are newer than the anchor
public record Verdict(
        List<Flaw> flaws,
        long untold,
        Optional<Anchor> anchor,
        long events,
        long requests,
        long reduced,
        long pending,
        long digests,
        long afterAnchor) {

    /// What the record is.
    public enum Answer {
        /// Everything fits, and what was kept outside says the same.
        OK,
        /// Something does not fit.
        FLAWED,
        /// Everything fits, but who can put items could have made it all anew.
        UNANCHORED
    }

    public Verdict {
        flaws = List.copyOf(flaws);
        Objects.requireNonNull(anchor);
    }

    public Answer answer() {
        if (!flaws.isEmpty()) return Answer.FLAWED;
        return anchor.isPresent() ? Answer.OK : Answer.UNANCHORED;
    }

    /// One line that begins with the answer.
    public String told() {
        String counts =
                "%d events (%d reduced, %d not yet in a digest) of %d requests, %d digests"
                        .formatted(events, reduced, pending, requests, digests);
        return switch (answer()) {
            case OK ->
                    "OK: %s, %d of them after the root of %s that is kept outside"
                            .formatted(counts, afterAnchor, anchor.orElseThrow().hour());
            case FLAWED -> "NOT OK: %d flaws; %s".formatted(flaws.size() + untold, counts);
            case UNANCHORED -> "consistent, unanchored: " + counts;
        };
    }
}
