package io.hyperpodgateway.local.sagemaker;

import java.time.Duration;
import java.util.Objects;

/// A fault of one call: a delay, a wrong answer, or none at all.
///
/// @param acting whether the call takes effect before the delay and the reaction
/// @param delay how long the caller waits
/// @param reaction the answer
public record StandInFault(boolean acting, Duration delay, Reaction reaction) {

    public StandInFault {
        Objects.requireNonNull(delay);
        Objects.requireNonNull(reaction);
    }

    public sealed interface Reaction {

        /// The true answer; a call that has not taken effect yet does now.
        record Truth() implements Reaction {}

        /// An invented answer.
        record Says(int status, String body) implements Reaction {}

        /// No answer: the connection is reset.
        record Reset() implements Reaction {}
    }

    /// Takes effect at once, and answers late.
    public static StandInFault answeringAfter(Duration delay) {
        return new StandInFault(true, delay, new Reaction.Truth());
    }

    /// Takes effect late, and then answers.
    public static StandInFault actingAfter(Duration delay) {
        return new StandInFault(false, delay, new Reaction.Truth());
    }

    /// Refuses with an error of the service, without effect.
    public static StandInFault refusing(int status, String code, String message) {
        StandInAnswer standInAnswer = StandInAnswer.refusal(status, code, message);
        return answering(standInAnswer.status(), standInAnswer.body());
    }

    /// Throttles.
    public static StandInFault throttling() {
        return refusing(400, "ThrottlingException", "Rate exceeded");
    }

    /// Denies access to the caller's role.
    public static StandInFault denyingAccess() {
        return refusing(
                400,
                "AccessDeniedException",
                "User: arn:aws:sts::000000000000:assumed-role/gateway/local is not authorized to"
                        + " perform this action");
    }

    /// Answers 503, without effect.
    public static StandInFault unavailable() {
        return refusing(503, "ServiceUnavailable", "Service is unavailable");
    }

    /// Answers 500, without effect unless [#afterActing()].
    public static StandInFault failing() {
        return refusing(500, "InternalFailure", "An internal error occurred");
    }

    /// Answers 200 with a body that is not JSON.
    public static StandInFault garbling() {
        return answering(200, "<html>this is not JSON");
    }

    /// Answers 200 with an empty document, without ARN.
    public static StandInFault withoutArn() {
        return answering(200, "{}");
    }

    /// Answers with any status and body, without effect unless [#afterActing()].
    public static StandInFault answering(int status, String body) {
        return new StandInFault(false, Duration.ZERO, new Reaction.Says(status, body));
    }

    /// Resets the connection, without effect unless [#afterActing()].
    public static StandInFault resetting() {
        return new StandInFault(false, Duration.ZERO, new Reaction.Reset());
    }

    /// The same fault, but the call takes effect first.
    public StandInFault afterActing() {
        return new StandInFault(true, delay, reaction);
    }

    /// The same fault after a delay.
    public StandInFault after(Duration delay) {
        return new StandInFault(acting, delay, reaction);
    }
}
