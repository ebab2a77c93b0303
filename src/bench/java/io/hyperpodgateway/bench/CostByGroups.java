package io.hyperpodgateway.bench;

import org.openjdk.jmh.results.RunResult;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// Time and allocation by the number of groups: linear, if the cost per group is constant.
final class CostByGroups implements Measurement {

    @Override
    public String name() {
        return "CostByGroups";
    }

    @Override
    public boolean holds(Path folder) throws IOException {
        print(JmhRun.of(CheckingRequests.class, folder.resolve("cost-by-groups.json"), Map.of()));
        return true;
    }

    private static void print(Collection<RunResult> results) {
        System.out.printf(
                "%-10s %7s %12s %12s %14s %14s   (times: the best of %d iterations)%n",
                "what",
                "groups",
                "us/op",
                "us/group",
                "bytes/op",
                "bytes/group",
                JmhRun.ITERATIONS);
        var table = new TreeMap<String, Map<Integer, RunResult>>();
        results.forEach(result ->
                table.computeIfAbsent(JmhRun.name(result), _ -> new TreeMap<>())
                        .put(JmhRun.param(result, "groups"), result));
        table.forEach((what, byGroups) -> {
            byGroups.forEach((groups, result) -> row(what, groups, result));
            System.out.printf(
                    "%-10s a group among 100 takes %.2f of the time, %.2f of the bytes, of one among 10%n",
                    what, ratio(byGroups, JmhRun::time), ratio(byGroups, JmhRun::bytes));
        });
    }

    private static void row(String what, int groups, RunResult result) {
        System.out.printf(
                "%-10s %7d %12.1f %12.2f %14.0f %14.0f%n",
                what,
                groups,
                JmhRun.time(result),
                JmhRun.time(result) / groups,
                JmhRun.bytes(result),
                JmhRun.bytes(result) / groups);
    }

    private static double ratio(
            Map<Integer, RunResult> byGroups, ToDoubleFunction<RunResult> cost) {
        double ofHundred = cost.applyAsDouble(byGroups.get(100)) / 100;
        return ofHundred / (cost.applyAsDouble(byGroups.get(10)) / 10);
    }
}
