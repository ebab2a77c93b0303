package io.hyperpodgateway.lambda;

import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.admission.port.Telemetry;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.Finding.Source;
import io.hyperpodgateway.http.LoggedAnswer;
import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.lambda.log.LogLines;
import io.hyperpodgateway.lambda.log.Metrics;
import io.hyperpodgateway.lambda.log.Metrics.Metric;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Writes the log as JSON, one line per request, with embedded metrics. It contains no payload,
/// credential or header value.
final class RequestLog implements Telemetry {

    /// CloudWatch accepts at most 100 metrics in one directive.
    private static final int MAX_RULES = 90;

    private final LogLines lines;
    private final Clock clock;

    RequestLog(PrintStream out, String gateway, Clock clock) {
        this.lines = new LogLines(out, gateway, clock);
        this.clock = clock;
    }

    /// Logs an answered request.
    void answered(LoggedAnswer answer, CallTimings timings, boolean coldStart) {
        Instant now = clock.instant();
        RequestContext context = answer.context();
        long millis = Duration.between(context.startedAt(), now).toMillis();
        JsonObject line =
                lines.line("INFO", "answered", now)
                        .with("requestId", Json.of(context.requestId()))
                        .with("lambdaRequestId", context.source().lambdaRequestId().map(Json::of))
                        .with("route", Json.of(answer.route()))
                        .with("principal", context.caller().map(Caller::principal).map(Json::of))
                        .with("outcome", Json.of(answer.outcome()))
                        .with("status", Json.of(answer.answer().status()))
                        .with("durationMs", Json.of(millis))
                        .with("coldStart", Json.of(coldStart));
        Metrics metrics =
                new Metrics()
                        .add(
                                List.of("gateway", "outcome"),
                                List.of(
                                        Metric.count("Requests", 1),
                                        Metric.millis("Latency", millis)))
                        .add(List.of("gateway"), details(answer, timings));
        lines.print(metrics.in(line, now));
    }

    @Override
    public void eventNotRecorded(AuditEvent event, Exception cause) {
        lines.alarm(
                "UnrecordedEvents",
                "an event could not be recorded and is only in this log",
                of(event.requestId())
                        .with("cause", Json.of(String.valueOf(cause.getMessage())))
                        .with("event", event.members()));
    }

    @Override
    public void intentLeftOpen(AuditEvent intent, String why) {
        lines.alarm(
                "IntentsLeftOpen",
                "an intent stays open",
                of(intent.requestId()).with("why", Json.of(why)));
    }

    @Override
    public void recordNotRead(RequestContext context, Exception cause) {
        lines.alarm(
                "FailedReads",
                "the record could not be read for a caller",
                of(context.requestId()).with("cause", Json.of(String.valueOf(cause.getMessage()))));
    }

    @Override
    public void rulesUndecided(RequestContext context, List<String> rules) {
        lines.alarm(
                "UndecidedRules",
                "rules of the policy could not be decided",
                of(context.requestId()).with("rules", Json.of(String.join(", ", rules))));
    }

    @Override
    public void internalError(RequestContext context, RuntimeException thrown) {
        lines.alarm(
                "Bugs",
                "the gateway failed",
                of(context.requestId()).with("thrown", LogLines.thrown(thrown)));
    }

    /// Logs the mistakes that make the gateway unusable.
    void misconfigured(List<String> mistakes) {
        lines.alarm(
                "Misconfigured",
                "the gateway is misconfigured and serves nothing",
                JsonObject.of("mistakes", LogLines.bounded(mistakes)));
    }

    /// An AWS service did not answer while a copy of the function was created or restored.
    void unreached(String end, Exception cause) {
        Instant now = clock.instant();
        lines.print(
                lines.line("WARN", "an end at AWS did not answer before the first request", now)
                        .with("end", Json.of(end))
                        .with("cause", Json.of(String.valueOf(cause.getMessage()))));
    }

    private static List<Metric> details(LoggedAnswer answer, CallTimings timings) {
        var metrics = new ArrayList<Metric>();
        timings.millis()
                .forEach((operation, millis) ->
                        metrics.add(Metric.millis(operation + "Latency", millis)));
        List<Finding> counted = counted(answer);
        var byRule = new TreeMap<String, Long>();
        for (Finding finding : counted) {
            byRule.merge(finding.rule(), 1L, Long::sum);
        }
        metrics.add(Metric.count("Findings", counted.size()));
        byRule.entrySet().stream()
                .limit(MAX_RULES)
                .forEach(rule ->
                        metrics.add(Metric.count("Findings." + rule.getKey(), rule.getValue())));
        return metrics;
    }

    /// Previewed policy findings on a request that the specification refuses are not counted as
    /// denials.
    private static List<Finding> counted(LoggedAnswer answer) {
        if (!answer.outcome().equals(Problem.INVALID_REQUEST.id())) return answer.findings();
        return answer.findings().stream()
                .filter(finding -> finding.source() != Source.POLICY)
                .toList();
    }

    private static JsonObject of(String requestId) {
        return JsonObject.of("requestId", Json.of(requestId));
    }
}
