package io.hyperpodgateway.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.chaos.ChaosRun.Result;
import io.hyperpodgateway.chaos.child.GatewayVariant;
import io.hyperpodgateway.chaos.proxy.InjectedFault;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// The gateway without defects under every fault. `-Dchaos.seed=N -Dchaos.from=K -Dchaos.runs=M`
/// runs M runs of that seed, from the K-th on.
class ChaosIT {

    private static final Path SUMMARY = Path.of("target/chaos/summary.txt");
    private static final int RUNS = Integer.getInteger("chaos.runs", 200);
    private static final int FROM = Integer.getInteger("chaos.from", 1);
    private static final int RUNS_OF_A_RECORD = 40;
    private static final int MOST_VIOLATED = 5;

    /// Concurrent runs, each in an environment of its own.
    private static final int LANES = 2;

    private final long seed = Long.getLong("chaos.seed", System.nanoTime() % 1_000_000);
    private final ChaosSummary chaosSummary = new ChaosSummary(seed);
    private final AtomicInteger next = new AtomicInteger(FROM);

    @Test
    void keepsItsPromisesWhateverBreaks() throws Exception {
        System.out.printf("chaos: seed %d, %d runs from %d on%n", seed, RUNS, FROM);
        long start = System.nanoTime();
        int processes = 0;
        Callable<Integer> lane = this::playWhatIsLeft;
        try (var lanes = Executors.newFixedThreadPool(LANES)) {
            var all = Collections.nCopies(Math.min(LANES, RUNS), lane);
            for (Future<Integer> ended : lanes.invokeAll(all)) processes += ended.get();
        }
        report(chaosSummary.report(Duration.ofNanos(System.nanoTime() - start), processes));

        assertThat(chaosSummary.violated()).isEmpty();
        if (FROM == 1 && RUNS >= ChaosPlan.CELLS.size()) {
            assertThat(chaosSummary.cells())
                    .containsAll(
                            ChaosPlan.CELLS.stream()
                                    .map(InjectedFault::cell)
                                    .collect(Collectors.toSet()));
        }
    }

    /// Runs in an environment of its own until no run is left.
    ///
    /// @return the number of processes
    private int playWhatIsLeft() throws IOException {
        try (var environment = new ChaosEnvironment(GatewayVariant.RIGHT)) {
            int played = 0;
            for (int number = next.getAndIncrement();
                    number < FROM + RUNS && chaosSummary.violated().size() < MOST_VIOLATED;
                    number = next.getAndIncrement()) {
                if (++played % RUNS_OF_A_RECORD == 0) environment.forget();
                play(environment, number);
            }
            return environment.instances().started();
        }
    }

    private void play(ChaosEnvironment environment, int number) {
        Result result = ChaosRun.play(environment, ChaosPlan.draw(seed, number));
        chaosSummary.add(result);
        if (!result.violations().isEmpty()) System.out.println(result.report());
        if (number % 50 == 0) System.out.printf("chaos: run %d is over%n", number);
    }

    private static void report(String figures) throws IOException {
        System.out.println(figures);
        Files.createDirectories(SUMMARY.getParent());
        Files.writeString(SUMMARY, figures);
    }
}
