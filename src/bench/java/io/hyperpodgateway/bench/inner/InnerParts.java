package io.hyperpodgateway.bench.inner;

import io.hyperpodgateway.bench.Measurement;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// CPU time and allocation of each inner part, by groups and by compiler; numbers and table are
/// kept in `src/bench/results`.
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
    private static final List<Integer> GROUPS = List.of(1, 10, 100);
    private static final List<Integer> ENDS = List.of(1, 100);
    private static final int SECONDS = 2;

    @Override
    public String name() {
        return "InnerParts";
    }

    @Override
    public boolean holds(Path folder) throws IOException {
        var figures = new ArrayList<Figure>();
        figures.addAll(Compiler.C1.measure(".*", GROUPS, SECONDS));
        figures.addAll(Compiler.C2.measure(".*", ENDS, SECONDS));
        Files.createDirectories(RESULTS);
        Files.writeString(RESULTS.resolve("inner.json"), json(figures).toText() + "\n");
        Files.writeString(RESULTS.resolve("inner.md"), table(figures));
        System.out.print(table(figures));
        return true;
    }

    private static JsonObject json(List<Figure> figures) {
        return JsonObject.of("cores", Json.of(cores()))
                .with("java", Json.of(Runtime.version().toString()))
                .with(
                        "figures",
                        new JsonArray(figures.stream().<Json>map(Figure::toJson).toList()));
    }

    private static String table(List<Figure> figures) {
        String rows =
                NAMES.stream().map(name -> row(name, figures)).collect(Collectors.joining("\n"));
        return """
        | part | 1 group | 10 groups | 100 groups | a group of 100 to one of 10 | with C2, 1 and 100 groups |
        |---|---|---|---|---|---|
        %s

        CPU time and allocation of one operation, C1 alone as on Lambda's java25, one thread, %d cores, Java %d.
        """
                .formatted(rows, cores(), Runtime.version().feature());
    }

    private static String row(String name, List<Figure> figures) {
        Figure ten = find(figures, name, 10, Compiler.C1);
        Figure hundred = find(figures, name, 100, Compiler.C1);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %.2f × time, %.2f × bytes | %.1f µs, %.0f µs |",
                name,
                told(find(figures, name, 1, Compiler.C1)),
                told(ten),
                told(hundred),
                hundred.nanos() / 10 / ten.nanos(),
                hundred.bytes() / 10 / ten.bytes(),
                find(figures, name, 1, Compiler.C2).nanos() / 1e3,
                find(figures, name, 100, Compiler.C2).nanos() / 1e3);
    }

    private static String told(Figure figure) {
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

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }
}
