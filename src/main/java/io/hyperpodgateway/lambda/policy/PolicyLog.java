package io.hyperpodgateway.lambda.policy;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.lambda.log.LogLines;
import io.hyperpodgateway.policy.Policy;

import java.time.Clock;
import java.util.List;

/// Logs which policy is in force, and why a changed document is refused.
public final class PolicyLog {

    private final LogLines lines;
    private final Clock clock;

    public PolicyLog(LogLines lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    /// Logs the warnings of a valid document; nothing if there are none.
    void warned(List<String> warnings) {
        if (warnings.isEmpty()) return;
        lines.print(
                line("WARN", "the policy can be read, but look again")
                        .with("warnings", LogLines.bounded(warnings)));
    }

    /// The document was changed, and its policy is in force from now on. The log mentions if both
    /// have the same version.
    void replaced(Policy before, Policy now) {
        boolean sameVersion = before.version().equals(now.version());
        String message = "the policy document was read again and is in force";
        lines.print(
                (sameVersion
                                ? line(
                                        "WARN",
                                        message
                                                + ", another text under the same version: change"
                                                + " it")
                                : line("INFO", message))
                        .withAll(named(now))
                        .with("previousVersion", Json.of(before.version()))
                        .with("previousSha256", Json.of(before.sha256())));
    }

    /// The document was refused, and now contains the policy in force again.
    void restored(Policy inForce) {
        lines.print(
                line("INFO", "the policy document is again what is in force")
                        .withAll(named(inForce)));
    }

    /// The document was changed and is refused.
    void refused(Policy inForce, List<String> mistakes) {
        lines.alarm(
                "PolicyRefused",
                "the policy document is refused, the one in force stays",
                named(inForce).with("mistakes", LogLines.bounded(mistakes)));
    }

    private JsonObject line(String level, String message) {
        return lines.line(level, message, clock.instant());
    }

    private static JsonObject named(Policy policy) {
        return JsonObject.of("policyVersion", Json.of(policy.version()))
                .with("policySha256", Json.of(policy.sha256()));
    }
}
