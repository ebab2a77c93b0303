package io.hyperpodgateway.bench.cold;

import io.hyperpodgateway.bench.cold.Figures.Measure;

import java.util.List;
import java.util.Locale;

/// The targets, beside what was measured over HTTP.
final class Targets {

    private static final double MEGABYTE = 1e6;

    private final Figures empty;
    private final Figures typical;
    private final Figures gateway;
    private final Figures cached;

    Targets(List<Figures> figures) {
        this.empty = overHttp(figures, "empty");
        this.typical = overHttp(figures, "typical");
        this.gateway = overHttp(figures, "gateway");
        this.cached = overHttp(figures, "gateway-aot");
    }

    private static Figures overHttp(List<Figures> figures, String variant) {
        return figures.stream()
                .filter(one -> one.variant().name().equals(variant))
                .filter(one -> one.transport().name().equals("http"))
                .findFirst()
                .orElseThrow();
    }

    /// The rows of a table, with its header.
    List<String> rows() {
        return List.of(
                "| over HTTP | at most | measured |",
                "|---|---|---|",
                row("cold start, to the empty handler's", 5, times(gateway, empty)),
                row("cold start, to that of the one written by hand", 0.5, times(gateway, typical)),
                row(
                        "cold start with an AOT cache, to the empty handler's",
                        2.5,
                        times(cached, empty)),
                row("first request after init, CPU ms", 40, gateway.of(Measure.FIRST_CPU, 50)),
                row("a warm request beyond the empty handler's, CPU ms", 2.35, warm()),
                row("peak memory beyond the empty handler's, MB", 60, memory()),
                row("archive, MB", 11, gateway.variant().archiveBytes() / MEGABYTE));
    }

    private static String row(String what, double most, double measured) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.2f%s |",
                what,
                most == Math.rint(most) ? Long.toString((long) most) : Double.toString(most),
                measured,
                measured > most ? ", missed" : "");
    }

    private static double times(Figures one, Figures other) {
        return one.of(Measure.TOTAL_CPU, 50) / other.of(Measure.TOTAL_CPU, 50);
    }

    private double warm() {
        return (gateway.warm().cpu() - empty.warm().cpu()) / 1e6;
    }

    private double memory() {
        return gateway.of(Measure.MEMORY, 50) - empty.of(Measure.MEMORY, 50);
    }
}
