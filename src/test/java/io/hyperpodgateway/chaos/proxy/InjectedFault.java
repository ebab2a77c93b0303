package io.hyperpodgateway.chaos.proxy;

import java.util.Objects;

/// A fault of one call.
///
/// @param step the step of the call
/// @param kind what happens to it
/// @param moment before or after the call takes effect
/// @param occurrence which call of that step in the run, from 1
/// @param flavour selects between variants of the kind
public record InjectedFault(AwsStep step, Kind kind, Moment moment, int occurrence, int flavour) {

    public enum Kind {
        KILL,
        CUT,
        /// The call or the answer is late, or too late.
        DELAY,
        /// The call arrives twice; before: the second answer is passed on, after: the first.
        DUPLICATE,
        /// Before: the call arrives unreadable and is refused. After: the answer is unreadable, cut
        /// off, empty or a 500.
        CORRUPT,
        /// The connection is cut, possibly the process killed, and the call takes effect minutes
        /// later.
        LATE,
        /// SageMaker answers as if the cluster did not exist yet.
        STALE
    }

    /// Before or after the call takes effect.
    public enum Moment {
        BEFORE,
        AFTER
    }

    public InjectedFault {
        Objects.requireNonNull(step);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(moment);
    }

    /// The cell of this fault in the table of all combinations.
    public String cell() {
        return "%s %s %s".formatted(step, kind, moment);
    }

    @Override
    public String toString() {
        return "%s at %s %s its effect (call %d, flavour %d)"
                .formatted(
                        kind,
                        step,
                        moment == Moment.BEFORE ? "before" : "after",
                        occurrence,
                        flavour);
    }
}
