package io.hyperpodgateway.bench;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// Time and allocation by the number of groups: linear, if what a group takes does not grow.
final class CostByGroups implements Measurement {

    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final int ITERATIONS = 8;

    @Override
    public String name() {
        return "CostByGroups";
    }

    @Override
    public boolean holds(Path folder) throws IOException {
        try {
            print(new Runner(options(folder)).run());
            return true;
        } catch (RunnerException e) {
            throw new IOException(e);
        }
    }

    /// The compiler works while the benchmark waits: on a busy machine it would else lag behind for
    /// longer than the measurement takes.
    private static Options options(Path folder) {
        return new OptionsBuilder()
                .include(CheckingRequests.class.getName())
                .forks(1)
                .warmupIterations(4)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(ITERATIONS)
                .measurementTime(TimeValue.milliseconds(250))
                .jvmArgsAppend("-Xbatch")
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .resultFormat(ResultFormatType.JSON)
                .result(folder.resolve("cost-by-groups.json").toString())
                .build();
    }

    private static void print(Collection<RunResult> results) {
        System.out.printf(
                "%-10s %7s %12s %12s %14s %14s   (times: the best of %d iterations)%n",
                "what", "groups", "us/op", "us/group", "bytes/op", "bytes/group", ITERATIONS);
        var table = new TreeMap<String, Map<Integer, RunResult>>();
        results.forEach(result ->
                table.computeIfAbsent(result.getPrimaryResult().getLabel(), _ -> new TreeMap<>())
                        .put(groups(result), result));
        table.forEach((what, byGroups) -> {
            byGroups.forEach((groups, result) -> row(what, groups, result));
            System.out.printf(
                    "%-10s a group among 100 takes %.2f of the time, %.2f of the bytes, of one among 10%n",
                    what,
                    ratio(byGroups, CostByGroups::time),
                    ratio(byGroups, CostByGroups::bytes));
        });
    }

    private static void row(String what, int groups, RunResult result) {
        System.out.printf(
                "%-10s %7d %12.1f %12.2f %14.0f %14.0f%n",
                what,
                groups,
                time(result),
                time(result) / groups,
                bytes(result),
                bytes(result) / groups);
    }

    private static double ratio(
            Map<Integer, RunResult> byGroups, ToDoubleFunction<RunResult> cost) {
        double ofHundred = cost.applyAsDouble(byGroups.get(100)) / 100;
        return ofHundred / (cost.applyAsDouble(byGroups.get(10)) / 10);
    }

    /// The best iteration: on a busy machine the others measure the neighbours.
    private static double time(RunResult result) {
        return result.getPrimaryResult().getStatistics().getMin();
    }

    private static double bytes(RunResult result) {
        Result<?> bytes = result.getSecondaryResults().get(ALLOCATED);
        return bytes == null ? Double.NaN : bytes.getScore();
    }

    private static int groups(RunResult result) {
        return Integer.parseInt(result.getParams().getParam("groups"));
    }
}
