package io.hyperpodgateway.load;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.load.GatewayProcess.Footprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The result of a run, as a table and as JSON.
///
/// @param inLog the number of requests with an event in the gateway's log instead of the record
/// @param events the number of recorded events by type
record LoadReport(
        List<LoadExchange> outcomes,
        int connections,
        long seed,
        Duration time,
        Footprint before,
        Footprint after,
        long inLog,
        Map<String, Integer> events) {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MEGA = 1e6;

    LoadReport {
        outcomes = List.copyOf(outcomes);
        events = Map.copyOf(events);
    }

    private record ReportRow(
            RequestKind requestKind, int count, double p50, double p99, double max) {}

    void write(Path folder) throws IOException {
        String table = table();
        System.out.println(table);
        Files.writeString(folder.resolve("load.md"), table);
        Files.writeString(folder.resolve("load.json"), json().toText() + "\n");
    }

    private String table() {
        var table = new StringBuilder();
        table.append("| request | answer | number | p50 ms | p99 ms | longest ms |\n");
        table.append("|---|---|---:|---:|---:|---:|\n");
        for (ReportRow row : rows()) {
            table.append(
                    "| %s | %d %s | %d | %.1f | %.1f | %.1f |\n"
                            .formatted(
                                    name(row.requestKind()),
                                    row.requestKind().status(),
                                    row.requestKind().outcome(),
                                    row.count(),
                                    row.p50(),
                                    row.p99(),
                                    row.max()));
        }
        table.append(
                "\n%d requests over %d connections, seed %d, %d processors: %.1f s, %.0f requests a second\n"
                        .formatted(
                                outcomes.size(),
                                connections,
                                seed,
                                processors(),
                                time.toMillis() / 1000.0,
                                perSecond()));
        table.append(
                "heap after collection: %.1f MB before, %.1f MB after; threads: %d before, %d after\n"
                        .formatted(
                                before.heapBytes() / MEGA,
                                after.heapBytes() / MEGA,
                                before.threads(),
                                after.threads()));
        table.append("answers that an end was too slow: %d\n".formatted(notInTime()));
        table.append("requests not whole in the record, but in the log: %d\n".formatted(inLog));
        table.append("processor time of the gateway: %.2f ms a request\n".formatted(cpuMillis()));
        return table.append("events recorded: %s\n".formatted(events)).toString();
    }

    private JsonObject json() {
        List<Json> rows =
                rows().stream()
                        .<Json>map(row ->
                                JsonObject.of("kind", Json.of(name(row.requestKind())))
                                        .with("status", Json.of(row.requestKind().status()))
                                        .with("outcome", Json.of(row.requestKind().outcome()))
                                        .with("number", Json.of(row.count()))
                                        .with("p50Ms", number(row.p50()))
                                        .with("p99Ms", number(row.p99()))
                                        .with("maxMs", number(row.max())))
                        .toList();
        return JsonObject.of("requests", Json.of(outcomes.size()))
                .with("connections", Json.of(connections))
                .with("seed", Json.of(seed))
                .with("processors", Json.of(processors()))
                .with("java", Json.of(Runtime.version().toString()))
                .with("seconds", number(time.toMillis() / 1000.0))
                .with("requestsPerSecond", number(perSecond()))
                .with("notInTime", Json.of(notInTime()))
                .with("inLog", Json.of(inLog))
                .with("cpuMsPerRequest", new JsonNumber("%.2f".formatted(cpuMillis())))
                .with("heapBytesBefore", Json.of(before.heapBytes()))
                .with("heapBytesAfter", Json.of(after.heapBytes()))
                .with("threadsBefore", Json.of(before.threads()))
                .with("threadsAfter", Json.of(after.threads()))
                .with("kinds", new JsonArray(rows));
    }

    private List<ReportRow> rows() {
        var rows = new ArrayList<ReportRow>();
        for (RequestKind requestKind : RequestKind.ALL) {
            double[] millis =
                    outcomes.stream()
                            .filter(loadExchange -> loadExchange.kind() == requestKind)
                            .filter(loadExchange -> !loadExchange.wireAnswer().isNotInTime())
                            .mapToDouble(loadExchange ->
                                    loadExchange.wireAnswer().nanos() / NANOS_PER_MILLI)
                            .sorted()
                            .toArray();
            if (millis.length == 0) continue;
            rows.add(
                    new ReportRow(
                            requestKind,
                            millis.length,
                            at(millis, 0.5),
                            at(millis, 0.99),
                            millis[millis.length - 1]));
        }
        return rows;
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    private double perSecond() {
        return outcomes.size() * 1000.0 / time.toMillis();
    }

    private long notInTime() {
        return outcomes.stream()
                .filter(loadExchange -> loadExchange.wireAnswer().isNotInTime())
                .count();
    }

    private double cpuMillis() {
        return (after.cpuNanos() - before.cpuNanos()) / NANOS_PER_MILLI / outcomes.size();
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static String name(RequestKind requestKind) {
        return requestKind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static JsonNumber number(double value) {
        return new JsonNumber("%.1f".formatted(value));
    }
}
