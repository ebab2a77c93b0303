package io.hyperpodgateway.lambda.log;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.lambda.log.Metrics.Metric;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Writes JSON, one object per line.
public final class LogLines {

    private static final int MAX_SENTENCES = 200;

    private final PrintStream out;
    private final String gateway;
    private final Clock clock;

    /// @param gateway the gateway's name, a member of every line and metric
    public LogLines(PrintStream out, String gateway, Clock clock) {
        this.out = out;
        this.gateway = gateway;
        this.clock = clock;
    }

    /// A line's common members.
    public JsonObject line(String level, String message, Instant now) {
        return JsonObject.of("level", Json.of(level))
                .with("timestamp", Json.of(now.toString()))
                .with("message", Json.of(message))
                .with("gateway", Json.of(gateway));
    }

    public void print(JsonObject line) {
        out.println(line.toText());
    }

    /// Writes a line that an operator must look at, counted by its metric.
    public void alarm(String metric, String message, JsonObject details) {
        Instant now = clock.instant();
        JsonObject line = line("ERROR", message, now).withAll(details);
        print(
                new Metrics()
                        .add(List.of("gateway"), List.of(Metric.count(metric, 1)))
                        .in(line, now));
    }

    /// The sentences within CloudWatch's limit of 256 KiB per line; the omitted ones are counted.
    public static JsonArray bounded(List<String> sentences) {
        if (sentences.size() <= MAX_SENTENCES) return JsonArray.ofTexts(sentences);
        var kept = new ArrayList<>(sentences.subList(0, MAX_SENTENCES));
        kept.add("%d more are left out".formatted(sentences.size() - MAX_SENTENCES));
        return JsonArray.ofTexts(kept);
    }

    /// Stack traces without messages, which may quote a payload.
    public static JsonArray thrown(Throwable thrown) {
        var frames = new ArrayList<String>();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            frames.add(cause.getClass().getName());
            for (StackTraceElement frame : cause.getStackTrace()) frames.add("at " + frame);
        }
        return JsonArray.ofTexts(frames);
    }
}
