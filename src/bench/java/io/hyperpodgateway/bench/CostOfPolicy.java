package io.hyperpodgateway.bench;

import org.openjdk.jmh.results.RunResult;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;

/// Time and allocation of a decision, by the number of rules and by the number of groups.
final class CostOfPolicy implements Measurement {

    /// The maximum CPU time of a decision, in milliseconds.
    private static final double BOUND = 60;

    private static final String RULES = "rules";
    private static final String GROUPS = "groups";

    @Override
    public String name() {
        return "CostOfPolicy";
    }

    @Override
    public boolean holds(Path folder) throws IOException {
        System.out.printf(
                "%-10s %7s %7s %12s %12s %14s   (times: the best of %d iterations)%n",
                "what", RULES, GROUPS, "ms CPU/op", "ms/op", "bytes/op", JmhRun.ITERATIONS);
        return run(folder, RULES, "10", "100", "1000") & run(folder, GROUPS, "1", "10", "100");
    }

    private static boolean run(Path folder, String by, String... values) throws IOException {
        Collection<RunResult> results =
                JmhRun.of(
                        DecidingRequests.class,
                        folder.resolve("cost-of-policy-by-%s.json".formatted(by)),
                        Map.of(by, values));
        results.stream()
                .sorted(
                        Comparator.comparing(JmhRun::name)
                                .thenComparing(result -> JmhRun.param(result, by)))
                .forEach(CostOfPolicy::row);
        long over = results.stream().filter(result -> !(millis(result) <= BOUND)).count();
        System.out.printf("by %s: %d over %.0f ms of CPU%n", by, over, BOUND);
        return over == 0;
    }

    private static void row(RunResult result) {
        System.out.printf(
                "%-10s %7d %7d %12.3f %12.3f %14.0f%n",
                JmhRun.name(result),
                JmhRun.param(result, RULES),
                JmhRun.param(result, GROUPS),
                millis(result),
                JmhRun.time(result) / 1e3,
                JmhRun.bytes(result));
    }

    private static double millis(RunResult result) {
        return JmhRun.cpu(result) / 1e3;
    }
}
