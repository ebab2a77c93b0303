package io.hyperpodgateway.bench.inner;

import io.hyperpodgateway.bench.Measurement;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// CPU time and allocation of each inner part, by groups and by compiler; numbers and table are
/// stored in `src/bench/results`.
public final class InnerParts implements Measurement {

    private static final Path RESULTS = Path.of("src/bench/results");
    private static final List<String> NAMES =
            List.of(
                    "reading",
                    "shapes",
                    "rules",
                    "policy",
                    "check",
                    "mistakes",
                    "admission",
                    "handler");
    private static final List<Integer> ENDS = List.of(1, 100);

    /// The part with a target, measured with both compilers.
    private static final String WHOLE = "check";

    @Override
    public String name() {
        return "InnerParts";
    }

    @Override
    public boolean holds(Path folder) throws IOException {
        var figures = new ArrayList<Figure>();
        double load = load();
        figures.addAll(Compiler.C1.measure(String.join("|", NAMES), ENDS));
        figures.addAll(Compiler.C1.measure(WHOLE, List.of(10)));
        figures.addAll(Compiler.C2.measure(WHOLE, ENDS));
        Files.createDirectories(RESULTS);
        Files.writeString(RESULTS.resolve("inner.json"), json(figures, load).toText() + "\n");
        Files.writeString(RESULTS.resolve("inner.md"), table(figures, load));
        System.out.print(table(figures, load));
        return true;
    }

    private static JsonObject json(List<Figure> figures, double load) {
        return JsonObject.of("cores", Json.of(cores()))
                .with("load", new JsonNumber(Double.toString(load)))
                .with("java", Json.of(Runtime.version().toString()))
                .with(
                        "figures",
                        new JsonArray(figures.stream().<Json>map(Figure::toJson).toList()));
    }

    private static String table(List<Figure> figures, double load) {
        String rows =
                NAMES.stream()
                        .map(name -> row(name, name, Compiler.C1, figures))
                        .collect(Collectors.joining("\n"));
        return """
        | part | 1 group | 100 groups |
        |---|---|---|
        %s
        %s

        CPU time and allocation of one operation, one thread, C1 alone as on Lambda's java25 where nothing else is said; %d cores with a load of %.1f before, Java %d. In `check`, a group among 100 takes %.2f of the time and %.2f of the bytes of one among 10.
        """
                .formatted(
                        rows,
                        row(WHOLE + " with C2", WHOLE, Compiler.C2, figures),
                        cores(),
                        load,
                        Runtime.version().feature(),
                        ofTen(figures, Figure::nanos),
                        ofTen(figures, Figure::bytes));
    }

    private static String row(String title, String part, Compiler compiler, List<Figure> figures) {
        return "| %s | %s | %s |"
                .formatted(
                        title,
                        format(find(figures, part, 1, compiler)),
                        format(find(figures, part, 100, compiler)));
    }

    private static double ofTen(List<Figure> figures, ToDoubleFunction<Figure> cost) {
        return cost.applyAsDouble(find(figures, WHOLE, 100, Compiler.C1))
                / 10
                / cost.applyAsDouble(find(figures, WHOLE, 10, Compiler.C1));
    }

    private static String format(Figure figure) {
        return String.format(
                Locale.ROOT, "%.1f µs, %.1f KB", figure.nanos() / 1e3, figure.bytes() / 1e3);
    }

    private static Figure find(List<Figure> figures, String part, int groups, Compiler compiler) {
        return figures.stream()
                .filter(figure ->
                        figure.part().equals(part)
                                && figure.groups() == groups
                                && figure.compiler() == compiler)
                .findFirst()
                .orElseThrow();
    }

    /// The load average of the last minute.
    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }
}
