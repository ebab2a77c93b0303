package io.hyperpodgateway.chaos.proxy;

import java.util.Objects;

/// What goes wrong with one call.
///
/// @param step the step whose call it is
/// @param kind what is done to it
/// @param moment before or after the call takes effect
/// @param occurrence which call of that step in the run, from 1
/// @param flavour chooses between ways of the same kind
public record InjectedFault(AwsStep step, Kind kind, Moment moment, int occurrence, int flavour) {

    /// What is done to a call.
    public enum Kind {
        /// The process is killed.
        KILL,
        /// The connection is cut.
        CUT,
        /// Call or answer are late, or too late.
        DELAY,
        /// The call arrives twice; before: the second answer is passed on, after: the first.
        DUPLICATE,
        /// Before: the call arrives unreadable and is refused. After: the answer is unreadable, cut
        /// off, empty or a 500.
        CORRUPT,
        /// The connection is cut, perhaps the process killed, and the call takes effect minutes
        /// later.
        LATE,
        /// SageMaker answers as if it had not heard of the cluster yet.
        STALE
    }

    /// When, seen from the far side.
    public enum Moment {
        BEFORE,
        AFTER
    }

    public InjectedFault {
        Objects.requireNonNull(step);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(moment);
    }

    /// The place of this fault in the table of all that must happen.
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
