package io.hyperpodgateway.lambda;

import io.hyperpodgateway.admission.Telemetry;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.Visit;
import io.hyperpodgateway.http.Answered;
import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.lambda.Metrics.Metric;
import io.hyperpodgateway.spec.Finding;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Writes the log: JSON, a line each, metrics embedded. It holds no payload, no credential and no
/// header's value.
final class RequestLog implements Telemetry {

    /// CloudWatch takes at most 100 metrics from one directive.
    private static final int MAX_RULES = 90;

    private final PrintStream out;
    private final String gateway;
    private final Clock clock;

    RequestLog(PrintStream out, String gateway, Clock clock) {
        this.out = out;
        this.gateway = gateway;
        this.clock = clock;
    }

    /// The one line of a request.
    void answered(Answered answered, Calls calls, boolean coldStart) {
        Instant now = clock.instant();
        Visit visit = answered.visit();
        long millis = Duration.between(visit.startedAt(), now).toMillis();
        JsonObject line =
                line("INFO", "answered", now)
                        .with("requestId", Json.of(visit.requestId()))
                        .with("lambdaRequestId", visit.origin().lambdaRequestId().map(Json::of))
                        .with("route", Json.of(answered.route()))
                        .with("principal", visit.caller().map(Caller::principal).map(Json::of))
                        .with("Outcome", Json.of(answered.outcome()))
                        .with("status", Json.of(answered.answer().status()))
                        .with("durationMs", Json.of(millis))
                        .with("coldStart", Json.of(coldStart));
        Metrics metrics =
                new Metrics()
                        .add(
                                List.of("Gateway", "Outcome"),
                                List.of(
                                        Metric.count("Requests", 1),
                                        Metric.millis("Latency", millis)))
                        .add(List.of("Gateway"), details(answered, calls));
        print(metrics.in(line, now));
    }

    @Override
    public void unrecorded(AuditEvent event, Exception cause) {
        Instant now = clock.instant();
        JsonObject line =
                line("ERROR", "an event could not be recorded and stands here alone", now)
                        .with("requestId", Json.of(event.requestId()))
                        .with("cause", Json.of(String.valueOf(cause.getMessage())))
                        .with("event", event.members());
        print(counted("UnrecordedEvents").in(line, now));
    }

    @Override
    public void leftOpen(AuditEvent intent, String why) {
        Instant now = clock.instant();
        JsonObject line =
                line("ERROR", "an intent stays open", now)
                        .with("requestId", Json.of(intent.requestId()))
                        .with("why", Json.of(why));
        print(counted("IntentsLeftOpen").in(line, now));
    }

    @Override
    public void bug(Visit visit, RuntimeException thrown) {
        Instant now = clock.instant();
        JsonObject line =
                line("ERROR", "the gateway failed", now)
                        .with("requestId", Json.of(visit.requestId()))
                        .with("thrown", thrown(thrown));
        print(counted("Bugs").in(line, now));
    }

    /// The mistakes for which the gateway serves nothing.
    void misconfigured(List<String> mistakes) {
        Instant now = clock.instant();
        JsonObject line =
                line("ERROR", "the gateway is misconfigured and serves nothing", now)
                        .with("mistakes", JsonArray.ofTexts(mistakes));
        print(counted("Misconfigured").in(line, now));
    }

    /// What an operator may want to mend, although the gateway serves.
    void warned(List<String> warnings) {
        Instant now = clock.instant();
        print(
                line("WARN", "the policy can be read, but look again", now)
                        .with("warnings", JsonArray.ofTexts(warnings)));
    }

    private static List<Metric> details(Answered answered, Calls calls) {
        var metrics = new ArrayList<Metric>();
        calls.millis()
                .forEach((operation, millis) ->
                        metrics.add(Metric.millis(operation + "Latency", millis)));
        var byRule = new TreeMap<String, Long>();
        for (Finding finding : answered.findings()) {
            byRule.merge(finding.rule(), 1L, Long::sum);
        }
        metrics.add(Metric.count("Findings", answered.findings().size()));
        byRule.entrySet().stream()
                .limit(MAX_RULES)
                .forEach(rule ->
                        metrics.add(Metric.count("Findings." + rule.getKey(), rule.getValue())));
        return metrics;
    }

    private static Metrics counted(String metric) {
        return new Metrics().add(List.of("Gateway"), List.of(Metric.count(metric, 1)));
    }

    /// Where it was thrown, and from what: no messages, which may quote a payload.
    private static JsonArray thrown(Throwable thrown) {
        var frames = new ArrayList<String>();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            frames.add(cause.getClass().getName());
            for (StackTraceElement frame : cause.getStackTrace()) frames.add("at " + frame);
        }
        return JsonArray.ofTexts(frames);
    }

    private JsonObject line(String level, String message, Instant now) {
        return JsonObject.of("level", Json.of(level))
                .with("timestamp", Json.of(now.toString()))
                .with("message", Json.of(message))
                .with("Gateway", Json.of(gateway));
    }

    private void print(JsonObject line) {
        out.println(line.toText());
    }
}
