package io.hyperpodgateway.lambda.reconciler;

import io.hyperpodgateway.admission.port.OpenIntentEntry;
import io.hyperpodgateway.admission.reconciliation.Reconciliation;
import io.hyperpodgateway.admission.reconciliation.Reconciliation.Look;
import io.hyperpodgateway.admission.settlement.SettlementResult.Settled;
import io.hyperpodgateway.admission.settlement.SettlementResult.SettlementCause;
import io.hyperpodgateway.admission.settlement.SettlementResult.StillOpen;
import io.hyperpodgateway.audit.RequestContext;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.lambda.log.LogLines;
import io.hyperpodgateway.lambda.log.Metrics;
import io.hyperpodgateway.lambda.log.Metrics.Metric;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/// Logs the reconciler's work: a line for each intent that was settled or that a person must look
/// into, and one for the run, with its metrics.
final class ReconcilerLog {

    /// The outcomes of settled intents; counted even if zero.
    private static final List<String> OUTCOMES =
            List.of("created", "cluster-exists", "not-created");

    private static final Set<SettlementCause> FOR_A_PERSON =
            EnumSet.of(SettlementCause.UNTAGGED, SettlementCause.BROKEN);

    /// The maximum number of unprocessed requests that are named; the others are counted.
    private static final int MAX_NAMED = 100;

    private final LogLines lines;
    private final Clock clock;

    ReconcilerLog(PrintStream out, String gateway, Clock clock) {
        this.lines = new LogLines(out, gateway, clock);
        this.clock = clock;
    }

    /// Logs a run.
    ///
    /// @return the line of the run
    JsonObject reconciled(Reconciliation done) {
        Instant now = clock.instant();
        done.looks().forEach(look -> log(look, now));
        if (!done.unreadable().isEmpty()) {
            lines.print(
                    lines.line("ERROR", "open items cannot be read", now)
                            .with("requestIds", named(done.unreadable())));
        }
        JsonObject line =
                new Metrics()
                        .add(List.of("gateway"), metrics(done, now))
                        .in(summary(done, now), now);
        lines.print(line);
        return line;
    }

    void misconfigured(List<String> mistakes) {
        lines.alarm(
                "Misconfigured",
                "the reconciler is misconfigured and settles nothing",
                JsonObject.of("mistakes", JsonArray.ofTexts(mistakes)));
    }

    void bug(RequestContext context, RuntimeException thrown) {
        lines.alarm(
                "Bugs",
                "the gateway failed",
                JsonObject.of("requestId", Json.of(context.requestId()))
                        .with("thrown", LogLines.thrown(thrown)));
    }

    private void log(Look look, Instant now) {
        switch (look.settlementResult()) {
            case Settled(var event) ->
                    lines.print(
                            of("INFO", "an open intent is settled", look.entry(), now)
                                    .with("outcome", event.text("outcome").map(Json::of))
                                    .with("clusterArn", event.text("clusterArn").map(Json::of)));
            case StillOpen(var cause, var why) when FOR_A_PERSON.contains(cause) ->
                    lines.print(
                            of("ERROR", "an open intent needs a person", look.entry(), now)
                                    .with("cause", Json.of(name(cause)))
                                    .with("why", Json.of(why)));
            case StillOpen _ -> {
                // only counted
            }
        }
    }

    private JsonObject of(String level, String message, OpenIntentEntry entry, Instant now) {
        return lines.line(level, message, now)
                .with("requestId", Json.of(entry.requestId()))
                .with("intendedAt", Json.of(entry.at().toString()));
    }

    private JsonObject summary(Reconciliation done, Instant now) {
        JsonObject kept = JsonObject.EMPTY;
        for (var cause : done.kept().entrySet()) {
            kept = kept.with(name(cause.getKey()), Json.of(cause.getValue()));
        }
        JsonObject line =
                lines.line(done.left().isEmpty() ? "INFO" : "WARN", "reconciled", now)
                        .with("lookedInto", Json.of(done.looks().size()))
                        .with("kept", kept)
                        .with("examples", examples(done))
                        .with("left", Json.of(done.left().size()));
        return done.left().isEmpty()
                ? line
                : line.with(
                        "leftRequestIds",
                        named(done.left().stream().map(OpenIntentEntry::requestId).toList()));
    }

    /// For each cause, why the oldest such intent stays open.
    private static JsonObject examples(Reconciliation done) {
        JsonObject examples = JsonObject.EMPTY;
        for (Look look : done.looks().reversed()) {
            if (look.settlementResult() instanceof StillOpen(var cause, var why)) {
                examples =
                        examples.with(
                                name(cause),
                                JsonObject.of("requestId", Json.of(look.entry().requestId()))
                                        .with("why", Json.of(why)));
            }
        }
        return examples;
    }

    private static List<Metric> metrics(Reconciliation done, Instant now) {
        var settled = new TreeMap<>(done.settled());
        OUTCOMES.forEach(outcome -> settled.putIfAbsent(outcome, 0L));
        long broken =
                done.kept().getOrDefault(SettlementCause.BROKEN, 0L) + done.unreadable().size();
        var metrics = new ArrayList<Metric>();
        metrics.add(Metric.count("OpenIntents", done.open()));
        metrics.add(Metric.seconds("OldestOpenIntent", done.oldest(now).toSeconds()));
        metrics.add(
                Metric.count(
                        "UntaggedClusters",
                        done.kept().getOrDefault(SettlementCause.UNTAGGED, 0L)));
        metrics.add(Metric.count("BrokenOpenIntents", broken));
        metrics.add(Metric.count("IntentsNotLookedInto", done.left().size()));
        settled.forEach(
                (outcome, count) -> metrics.add(Metric.count("SettledIntents." + outcome, count)));
        return metrics;
    }

    private static JsonArray named(List<String> requestIds) {
        return JsonArray.ofTexts(requestIds.stream().limit(MAX_NAMED).toList());
    }

    private static String name(SettlementCause cause) {
        return cause.name().toLowerCase(Locale.ROOT);
    }
}
