package io.hyperpodgateway.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.chaos.Run.Result;
import io.hyperpodgateway.chaos.child.Variant;
import io.hyperpodgateway.chaos.meddling.Fault;

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

/// The gateway as it is, broken in every way there is. `-Dchaos.seed=N -Dchaos.from=K
/// -Dchaos.runs=M` plays M runs of that seed, from the K-th on.
class ChaosIT {

    private static final Path SUMMARY = Path.of("target/chaos/summary.txt");
    private static final int RUNS = Integer.getInteger("chaos.runs", 200);
    private static final int FROM = Integer.getInteger("chaos.from", 1);
    private static final int RUNS_OF_A_RECORD = 40;
    private static final int MOST_VIOLATED = 5;

    /// So many runs go on at once, each in a world of its own.
    private static final int LANES = 2;

    private final long seed = Long.getLong("chaos.seed", System.nanoTime() % 1_000_000);
    private final Summary summary = new Summary(seed);
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
        tell(summary.told(Duration.ofNanos(System.nanoTime() - start), processes));

        assertThat(summary.violated()).isEmpty();
        if (FROM == 1 && RUNS >= Plan.CELLS.size()) {
            assertThat(summary.cells())
                    .containsAll(Plan.CELLS.stream().map(Fault::cell).collect(Collectors.toSet()));
        }
    }

    /// Plays runs in a world of its own until there are none left.
    ///
    /// @return how many processes it took
    private int playWhatIsLeft() throws IOException {
        try (var world = new ChaosWorld(Variant.RIGHT)) {
            int played = 0;
            for (int number = next.getAndIncrement();
                    number < FROM + RUNS && summary.violated().size() < MOST_VIOLATED;
                    number = next.getAndIncrement()) {
                if (++played % RUNS_OF_A_RECORD == 0) world.forget();
                play(world, number);
            }
            return world.instances().started();
        }
    }

    private void play(ChaosWorld world, int number) {
        Result result = Run.play(world, Plan.draw(seed, number));
        summary.add(result);
        if (!result.violations().isEmpty()) System.out.println(result.told());
        if (number % 50 == 0) System.out.printf("chaos: run %d is over%n", number);
    }

    private static void tell(String figures) throws IOException {
        System.out.println(figures);
        Files.createDirectories(SUMMARY.getParent());
        Files.writeString(SUMMARY, figures);
    }
}
