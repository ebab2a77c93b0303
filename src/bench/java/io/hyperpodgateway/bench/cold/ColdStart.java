package io.hyperpodgateway.bench.cold;

import io.hyperpodgateway.bench.Measurement;
import io.hyperpodgateway.bench.cold.Figures.Start;
import io.hyperpodgateway.bench.cold.Figures.Warm;
import io.hyperpodgateway.e2e.TaskRoot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Starts of the gateway, of an empty handler and of a handwritten function: fresh processes in
/// turn, one core, over HTTP and over TLS. Then each of them warm.
public final class ColdStart implements Measurement {

    private static final Path RESULTS = Path.of("src", "bench", "results");
    private static final Path EVENT = Path.of("events", "create-slurm.json");

    private static final int TRIES = 3;
    private static final int PROCESSES = Integer.getInteger("bench.processes", 15);

    /// The number of requests after which a process counts as warm.
    private static final int REQUESTS = Integer.getInteger("bench.requests", 2000);

    /// The number of measured requests of a warm process.
    private static final int MEASURED = Math.max(1, REQUESTS / 3);

    @Override
    public String name() {
        return "ColdStart";
    }

    @Override
    public boolean holds(Path folder) throws IOException {
        Path place = folder.toAbsolutePath().resolve("cold");
        Cores.leaveTheFunctionAlone();
        Certificates certificates = Certificates.in(place.resolve("certificates"));
        String event = Files.readString(EVENT);
        try (AwsStub plain = AwsStub.http();
                AwsStub secure = AwsStub.https(certificates);
                TaskRoot taskRoot = TaskRoot.create()) {
            Transport http = Transport.of("http", plain, List.of());
            Transport tls = Transport.of("tls", secure, certificates.jvmOptions());
            List<Variant> variants = variants(new Variants(place), taskRoot, tls, event);
            var figures = new ArrayList<Figures>();
            for (Transport transport : List.of(http, tls)) {
                for (Variant variant : variants) figures.add(new Figures(variant, transport));
            }
            measure(figures, place, event);
            var results = new Results(figures, PROCESSES, REQUESTS);
            results.write(RESULTS);
            System.out.println(results.table());
        }
        return true;
    }

    private static List<Variant> variants(
            Variants variants, TaskRoot taskRoot, Transport training, String event)
            throws IOException {
        Variant gateway = variants.gateway(taskRoot);
        return List.of(
                variants.empty(),
                variants.typical(),
                gateway,
                variants.withCache(gateway, training, event));
    }

    private static void measure(List<Figures> all, Path place, String event) throws IOException {
        for (int round = 1; round <= PROCESSES; round++) {
            for (Figures figures : all) figures.add(again(() -> start(figures, place, event)));
            System.out.printf("%d of %d starts of each%n", round, PROCESSES);
        }
        for (Figures figures : all) {
            figures.loadedClasses(again(() -> loadedClasses(figures, place, event)));
            figures.warm(again(() -> warm(figures, place, event)));
        }
    }

    private interface StartAttempt<T> {
        T make() throws IOException;
    }

    /// Repeats a measurement whose process failed: under load AWS's stub may be slower than the
    /// gateway waits.
    private static <T> T again(StartAttempt<T> attempt) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                return attempt.make();
            } catch (IOException e) {
                if (tries == TRIES) throw e;
                System.out.println("measured anew, for a process failed: " + firstLine(e));
            }
        }
    }

    private static String firstLine(IOException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private static Start start(Figures figures, Path place, String event) throws IOException {
        try (var function =
                new FunctionProcess(
                        figures.variant(), figures.transport(), place.resolve("function.log"))) {
            function.awaitInit();
            var init = function.now();
            function.invoke(event);
            return new Start(init, function.now().since(init), function.peakMemory());
        }
    }

    private static Warm warm(Figures figures, Path place, String event) throws IOException {
        try (var function =
                new FunctionProcess(
                        figures.variant(), figures.transport(), place.resolve("function.log"))) {
            function.awaitInit();
            for (int i = 0; i < REQUESTS; i++) function.invoke(event);
            var walls = new ArrayList<Long>();
            var before = function.now();
            for (int i = 0; i < MEASURED; i++) {
                long start = System.nanoTime();
                function.invoke(event);
                walls.add(System.nanoTime() - start);
            }
            long cpu = function.now().since(before).cpu() / MEASURED;
            return new Warm(Figures.ascending(walls), cpu, function.peakMemory());
        }
    }

    /// In a separate process, because logging them takes time.
    private static int loadedClasses(Figures figures, Path place, String event) throws IOException {
        Path list =
                place.resolve(
                        "classes-%s-%s.txt"
                                .formatted(figures.variant().name(), figures.transport().name()));
        Files.deleteIfExists(list);
        Variant telling =
                figures.variant().with(List.of("-Xlog:class+load:file=" + list + ":none"));
        try (var function =
                new FunctionProcess(telling, figures.transport(), place.resolve("function.log"))) {
            function.awaitInit();
            function.invoke(event);
        }
        try (var lines = Files.lines(list)) {
            return (int) lines.filter(line -> line.contains(" source: ")).count();
        }
    }
}
