package io.hyperpodgateway.lambda.digest;

import io.hyperpodgateway.audit.digest.Anchor;
import io.hyperpodgateway.audit.digest.Digest;
import io.hyperpodgateway.audit.digest.DigestRunResult;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.lambda.log.Metrics;
import io.hyperpodgateway.lambda.log.Metrics.Metric;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// Writes the log of the digest function: JSON lines with embedded metrics.
final class DigestLog {

    private final PrintStream out;
    private final String gateway;
    private final Clock clock;

    DigestLog(PrintStream out, String gateway, Clock clock) {
        this.out = Objects.requireNonNull(out);
        this.gateway = Objects.requireNonNull(gateway);
        this.clock = Objects.requireNonNull(clock);
    }

    /// The result of a run. The log is one of the places outside the table that keep `root` for a
    /// verifier.
    void digested(DigestRunResult result) {
        JsonObject details =
                JsonObject.EMPTY
                        .with(
                                "root",
                                result.latest().map(Anchor::of).map(Anchor::toString).map(Json::of))
                        .with("events", Json.of(result.events()));
        print(
                result.hoursBehind() > 0 ? "WARN" : "INFO",
                result.hoursBehind() > 0
                        ? "digests were created, and hours are left to the next run"
                        : "digests were created",
                details,
                List.of(
                        Metric.count("DigestsMade", result.made().size()),
                        Metric.count("LateEvents", result.lateEvents()),
                        Metric.count("HoursBehind", result.hoursBehind())));
    }

    /// The newest digest is stored outside the table.
    void kept(Digest digest) {
        print(
                "INFO",
                "the newest digest is kept outside the table",
                JsonObject.of("root", Json.of(Anchor.of(digest).toString())),
                List.of(Metric.count("FailedDigests", 0)));
    }

    /// A run is incomplete.
    void failed(RuntimeException cause) {
        print(
                "ERROR",
                "digests could not be created or not be stored",
                JsonObject.of("cause", Json.of(String.valueOf(cause.getMessage()))),
                List.of(Metric.count("FailedDigests", 1)));
    }

    /// The mistakes that make the function unusable.
    void misconfigured(List<String> mistakes) {
        print(
                "ERROR",
                "the settings are invalid and no digest is created",
                JsonObject.of("mistakes", JsonArray.ofTexts(mistakes)),
                List.of(Metric.count("FailedDigests", 1)));
    }

    private void print(String level, String message, JsonObject details, List<Metric> metrics) {
        Instant now = clock.instant();
        JsonObject line =
                JsonObject.of("level", Json.of(level))
                        .with("timestamp", Json.of(now.toString()))
                        .with("message", Json.of(message))
                        .with("gateway", Json.of(gateway))
                        .withAll(details);
        out.println(new Metrics().add(List.of("gateway"), metrics).in(line, now).toText());
    }
}
