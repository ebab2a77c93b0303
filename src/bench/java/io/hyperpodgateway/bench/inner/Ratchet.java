package io.hyperpodgateway.bench.inner;

import io.hyperpodgateway.bench.Measurement;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.text.Reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Deterministic figures, compared with `.ci/ratchet.json`: one that grows by more than its
/// tolerance breaks the build; for one that shrinks by as much, the file is to be updated.
public final class Ratchet implements Measurement {

    private static final Path LIMITS = Path.of(".ci/ratchet.json");
    private static final String PARTS = "reading|shapes|rules|policy|admission";
    private static final String COLD = "coldClasses";
    private static final int GROUPS = 10;

    @Override
    public String name() {
        return "Ratchet";
    }

    @Override
    public boolean holds(Path folder) throws IOException {
        var measured = new TreeMap<String, Long>();
        for (Figure figure : Compiler.C1.measure(PARTS, List.of(GROUPS))) {
            measured.put(figure.part() + "Bytes", Math.round(figure.bytes()));
        }
        boolean started = cold(measured);
        write(measured, folder.resolve("ratchet.json"));
        return holds(limits(), measured) & started;
    }

    /// A start that fails under load is repeated once; the other figures are shown even if that
    /// fails too.
    private static boolean cold(Map<String, Long> measured) {
        for (int start = 1; start <= 2; start++) {
            try {
                measured.put(COLD, ColdClasses.count());
                return true;
            } catch (IOException | RuntimeException e) {
                System.out.printf("%-16s start %d failed: %s%n", COLD, start, e);
            }
        }
        return false;
    }

    private static boolean holds(JsonObject limits, Map<String, Long> measured) {
        boolean held = true;
        for (var figure : measured.entrySet()) {
            Limit limit = Limit.of(limits, figure.getKey());
            System.out.println(limit.describe(figure.getValue()));
            held &= limit.holds(figure.getValue());
        }
        return held;
    }

    private static JsonObject limits() throws IOException {
        if (JsonReader.read(Files.readAllBytes(LIMITS)) instanceof Reading.Read(JsonObject limits))
            return limits;
        throw new IOException(LIMITS + " is not a JSON object");
    }

    private static void write(Map<String, Long> measured, Path file) throws IOException {
        var json = JsonObject.EMPTY;
        for (var figure : measured.entrySet()) {
            json = json.with(figure.getKey(), Json.of(figure.getValue()));
        }
        Files.writeString(file, json.toText());
    }

    /// The stored value of a figure.
    ///
    /// @param percent the tolerance
    private record Limit(String name, long value, long percent) {

        static Limit of(JsonObject limits, String name) {
            JsonObject limit = limits.object(name).orElse(JsonObject.EMPTY);
            return new Limit(
                    name, limit.integer("value").orElse(0L), limit.integer("percent").orElse(0L));
        }

        boolean holds(long measured) {
            return measured * 100 <= value * (100 + percent);
        }

        String describe(long measured) {
            String verdict = "holds";
            if (!holds(measured)) verdict = "TOO MUCH";
            if (measured * 100 < value * (100 - percent)) verdict = "better: write it down";
            return "%-16s %9d, written down %9d, %2d %% allowed: %s"
                    .formatted(name, measured, value, percent, verdict);
        }
    }
}
