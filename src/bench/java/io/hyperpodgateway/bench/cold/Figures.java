package io.hyperpodgateway.bench.cold;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/// The measurements of one variant over one transport.
final class Figures {

    private final Variant variant;
    private final Transport transport;
    private final List<Start> starts = new ArrayList<>();
    private Warm warm = new Warm(new long[] {0}, 0, 0);
    private int loadedClasses;

    Figures(Variant variant, Transport transport) {
        this.variant = variant;
        this.transport = transport;
    }

    /// A fresh process, up to the answer to its first request.
    ///
    /// @param peakMemory in bytes
    record Start(
            FunctionProcess.CpuReading init, FunctionProcess.CpuReading first, long peakMemory) {}

    /// A warm process.
    ///
    /// @param walls the time of each request in nanoseconds, ascending
    /// @param cpu the average of a request, in nanoseconds
    /// @param peakMemory in bytes
    record Warm(long[] walls, long cpu, long peakMemory) {

        double millis(int percent) {
            return rank(walls, percent) / 1e6;
        }

        double requestsPerCore() {
            return cpu == 0 ? 0 : 1e9 / cpu;
        }
    }

    Variant variant() {
        return variant;
    }

    Transport transport() {
        return transport;
    }

    void add(Start start) {
        starts.add(start);
    }

    void warm(Warm measured) {
        warm = measured;
    }

    Warm warm() {
        return warm;
    }

    void loadedClasses(int count) {
        loadedClasses = count;
    }

    int loadedClasses() {
        return loadedClasses;
    }

    /// The percentile in milliseconds, or for [#MEMORY] in megabytes.
    double of(Measure measure, int percent) {
        long[] values = starts.stream().mapToLong(measure.of).sorted().toArray();
        return rank(values, percent) / 1e6;
    }

    private static long rank(long[] ascending, int percent) {
        int rank = (int) Math.ceil(ascending.length * percent / 100.0);
        return ascending[Math.max(rank, 1) - 1];
    }

    /// A measured property of a start.
    enum Measure {
        INIT_WALL("initWallMs", start -> start.init().wall()),
        INIT_CPU("initCpuMs", start -> start.init().cpu()),
        FIRST_WALL("firstWallMs", start -> start.first().wall()),
        FIRST_CPU("firstCpuMs", start -> start.first().cpu()),
        TOTAL_WALL("totalWallMs", start -> start.init().wall() + start.first().wall()),
        TOTAL_CPU("totalCpuMs", start -> start.init().cpu() + start.first().cpu()),
        MEMORY("peakMemoryMb", Start::peakMemory);

        private final String name;
        private final ToLongFunction<Start> of;

        Measure(String name, ToLongFunction<Start> of) {
            this.name = name;
            this.of = of;
        }
    }

    /// All figures, also relative to the empty handler and to the handwritten function.
    JsonObject toJson(Figures empty, Figures typical) {
        JsonObject starting = JsonObject.EMPTY;
        for (Measure measure : Measure.values()) {
            starting =
                    starting.with(
                            measure.name,
                            JsonObject.of("p50", number(of(measure, 50)))
                                    .with("p90", number(of(measure, 90)))
                                    .with("toEmpty", ratio(measure, empty))
                                    .with("toTypical", ratio(measure, typical)));
        }
        return JsonObject.of("variant", Json.of(variant.name()))
                .with("transport", Json.of(transport.name()))
                .with("processes", Json.of(starts.size()))
                .with("cold", starting)
                .with("loadedClasses", Json.of(loadedClasses))
                .with("archiveBytes", Json.of(variant.archiveBytes()))
                .with("warm", warmJson(empty, typical));
    }

    private JsonObject warmJson(Figures empty, Figures typical) {
        double cpu = warm.cpu() / 1e6;
        return JsonObject.of("requests", Json.of(warm.walls().length))
                .with("wallMsP50", number(warm.millis(50)))
                .with("wallMsP99", number(warm.millis(99)))
                .with("cpuMsPerRequest", number(cpu))
                .with("cpuMsBeyondEmpty", number(cpu - empty.warm.cpu() / 1e6))
                .with("cpuToTypical", number(cpu / (typical.warm.cpu() / 1e6)))
                .with("requestsPerCpuSecond", number(warm.requestsPerCore()))
                .with("peakMemoryMb", number(warm.peakMemory() / 1e6));
    }

    private JsonNumber ratio(Measure measure, Figures other) {
        return number(of(measure, 50) / other.of(measure, 50));
    }

    static JsonNumber number(double value) {
        return new JsonNumber(
                Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "0");
    }

    static long[] ascending(List<Long> values) {
        long[] sorted = values.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
