package io.hyperpodgateway.local.sagemaker;

import java.time.Duration;
import java.util.Objects;

/// What goes wrong with one call: a delay, an answer that is not the true one, or none at all.
///
/// @param acting whether the call has its effect before the delay and the reaction
/// @param delay how long the caller waits
/// @param reaction what the caller gets
public record StandInFault(boolean acting, Duration delay, Reaction reaction) {

    public StandInFault {
        Objects.requireNonNull(delay);
        Objects.requireNonNull(reaction);
    }

    /// What the caller gets in the end.
    public sealed interface Reaction {

        /// The true answer; what has not been done before is done now.
        record Truth() implements Reaction {}

        /// An answer out of thin air.
        record Says(int status, String body) implements Reaction {}

        /// No answer: the connection is reset.
        record Reset() implements Reaction {}
    }

    /// Acts at once, and gives the true answer late.
    public static StandInFault answeringAfter(Duration delay) {
        return new StandInFault(true, delay, new Reaction.Truth());
    }

    /// Acts late, and answers then.
    public static StandInFault actingAfter(Duration delay) {
        return new StandInFault(false, delay, new Reaction.Truth());
    }

    /// Refuses with an error of the service; nothing is done.
    public static StandInFault refusing(int status, String code, String message) {
        StandInAnswer standInAnswer = StandInAnswer.refusal(status, code, message);
        return answering(standInAnswer.status(), standInAnswer.body());
    }

    /// Refuses because too much was asked.
    public static StandInFault throttling() {
        return refusing(400, "ThrottlingException", "Rate exceeded");
    }

    /// Refuses because the caller's role may not.
    public static StandInFault denyingAccess() {
        return refusing(
                400,
                "AccessDeniedException",
                "User: arn:aws:sts::000000000000:assumed-role/gateway/local is not authorized to"
                        + " perform this action");
    }

    /// Answers 503; nothing is done.
    public static StandInFault unavailable() {
        return refusing(503, "ServiceUnavailable", "Service is unavailable");
    }

    /// Answers 500; nothing is done unless [#afterActing()].
    public static StandInFault failing() {
        return refusing(500, "InternalFailure", "An internal error occurred");
    }

    /// Answers 200 with what is no JSON.
    public static StandInFault garbling() {
        return answering(200, "<html>this is not JSON");
    }

    /// Answers 200 with an empty document: no ARN in it.
    public static StandInFault withoutArn() {
        return answering(200, "{}");
    }

    /// Answers with any status and body; nothing is done unless [#afterActing()].
    public static StandInFault answering(int status, String body) {
        return new StandInFault(false, Duration.ZERO, new Reaction.Says(status, body));
    }

    /// Resets the connection; nothing is done unless [#afterActing()].
    public static StandInFault resetting() {
        return new StandInFault(false, Duration.ZERO, new Reaction.Reset());
    }

    /// The same fault, but the call has its effect first.
    public StandInFault afterActing() {
        return new StandInFault(true, delay, reaction);
    }

    /// The same fault, but the caller waits this long for it.
    public StandInFault after(Duration delay) {
        return new StandInFault(acting, delay, reaction);
    }
}
