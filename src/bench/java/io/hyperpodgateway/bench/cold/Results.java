package io.hyperpodgateway.bench.cold;

import io.hyperpodgateway.bench.cold.Figures.Measure;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes the results: numbers, a table and a chart.
final class Results {

    private static final Path README = Path.of("README.md");
    private static final Pattern IN_README =
            Pattern.compile("(?s)(<!-- cold start[^>]*-->\n).*?(<!-- end of cold start -->)");

    private static final String HEAD =
            """
            | | cold start, CPU ms: init + first request | wall ms, p50 (p90) | × empty | × by hand | \
            first request, wall ms | classes | peak memory | archive | warm: CPU ms, requests a CPU second | \
            p50, p99 ms |
            |---|---|---|---|---|---|---|---|---|---|---|
            """;

    private final List<Figures> figures;
    private final int processes;
    private final int requests;

    /// @param processes the number of processes of each variant
    /// @param requests the number of requests before a process is measured warm
    Results(List<Figures> figures, int processes, int requests) {
        this.figures = figures;
        this.processes = processes;
        this.requests = requests;
    }

    /// Writes `cold-start.json`, `.md` and `.svg`, and the table into the README.
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("cold-start.json"), json().toText() + "\n");
        Files.writeString(folder.resolve("cold-start.md"), table());
        Files.writeString(folder.resolve("cold-start.svg"), new Picture(figures).svg());
        Matcher place = IN_README.matcher(Files.readString(README));
        if (!place.find()) return;
        Files.writeString(
                README,
                place.replaceFirst("$1" + Matcher.quoteReplacement("\n" + table() + "\n") + "$2"));
    }

    private JsonObject json() {
        List<Json> rows =
                figures.stream()
                        .<Json>map(one -> one.toJson(beside(one, "empty"), beside(one, "typical")))
                        .toList();
        return JsonObject.of("cores", Json.of(Cores.count()))
                .with("java", Json.of(Runtime.version().toString()))
                .with("processes", Json.of(processes))
                .with("figures", new JsonArray(rows));
    }

    String table() {
        var table = new StringBuilder(HEAD);
        for (Figures one : figures) table.append(row(one)).append('\n');
        table.append('\n').append(circumstances()).append("\n\n");
        new Targets(figures).rows().forEach(row -> table.append(row).append('\n'));
        return table.toString();
    }

    private String row(Figures one) {
        return String.format(
                Locale.ROOT,
                "| %s, %s | %.0f + %.0f | %.0f (%.0f) | %.1f | %.2f | %.0f | %d | %.0f MB | %.1f MB | %.2f, %.0f | %.1f, %.1f |",
                one.variant().title(),
                one.transport().name().equals("tls") ? "TLS" : "HTTP",
                one.of(Measure.INIT_CPU, 50),
                one.of(Measure.FIRST_CPU, 50),
                one.of(Measure.TOTAL_WALL, 50),
                one.of(Measure.TOTAL_WALL, 90),
                ratio(one, "empty"),
                ratio(one, "typical"),
                one.of(Measure.FIRST_WALL, 50),
                one.loadedClasses(),
                one.of(Measure.MEMORY, 50),
                one.variant().archiveBytes() / 1e6,
                one.warm().cpu() / 1e6,
                one.warm().requestsPerCore(),
                one.warm().millis(50),
                one.warm().millis(99));
    }

    private String circumstances() {
        return "Medians of %d fresh processes each, in turn; one core for the function; × is by CPU time, within one run; warm is over %d requests after %d; %d cores, Java %s."
                .formatted(
                        processes,
                        figures.getFirst().warm().walls().length,
                        requests,
                        Cores.count(),
                        Runtime.version().feature());
    }

    private double ratio(Figures one, String other) {
        return one.of(Measure.TOTAL_CPU, 50) / beside(one, other).of(Measure.TOTAL_CPU, 50);
    }

    private Figures beside(Figures one, String name) {
        return figures.stream()
                .filter(other -> other.transport().equals(one.transport()))
                .filter(other -> other.variant().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
