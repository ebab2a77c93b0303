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

/// Time and allocation by the number of groups: linear, if what a group takes does not grow.
final class CostByGroups implements Measurement {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

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

    private static Options options(Path folder) {
        return new OptionsBuilder()
                .include(CheckingRequests.class.getName())
                .forks(1)
                .warmupIterations(4)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(400))
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .resultFormat(ResultFormatType.JSON)
                .result(folder.resolve("cost-by-groups.json").toString())
                .build();
    }

    private static void print(Collection<RunResult> results) {
        System.out.printf(
                "%-10s %7s %12s %12s %14s %14s%n",
                "what", "groups", "us/op", "us/group", "bytes/op", "bytes/group");
        var table = new TreeMap<String, Map<Integer, RunResult>>();
        results.forEach(result ->
                table.computeIfAbsent(result.getPrimaryResult().getLabel(), _ -> new TreeMap<>())
                        .put(groups(result), result));
        table.forEach((what, byGroups) -> {
            byGroups.forEach((groups, result) -> row(what, groups, result));
            System.out.printf(
                    "%-10s a group among 100 takes %.2f of one among 10%n",
                    what, perGroup(byGroups, 100) / perGroup(byGroups, 10));
        });
    }

    private static void row(String what, int groups, RunResult result) {
        double time = result.getPrimaryResult().getScore();
        Result<?> bytes = result.getSecondaryResults().get(ALLOCATED);
        double allocated = bytes == null ? Double.NaN : bytes.getScore();
        System.out.printf(
                "%-10s %7d %12.1f %12.2f %14.0f %14.0f%n",
                what, groups, time, time / groups, allocated, allocated / groups);
    }

    private static double perGroup(Map<Integer, RunResult> byGroups, int groups) {
        return byGroups.get(groups).getPrimaryResult().getScore() / groups;
    }

    private static int groups(RunResult result) {
        return Integer.parseInt(result.getParams().getParam("groups"));
    }
}
