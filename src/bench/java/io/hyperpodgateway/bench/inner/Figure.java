package io.hyperpodgateway.bench.inner;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import org.openjdk.jmh.results.RunResult;

/// The cost of one part.
///
/// @param part the benchmark's name
/// @param groups the number of groups of the request
/// @param compiler the JVM's compilers
/// @param nanos CPU time of an operation
/// @param bytes allocation of an operation
record Figure(String part, int groups, Compiler compiler, double nanos, double bytes) {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    static Figure of(RunResult result, Compiler compiler) {
        return new Figure(
                result.getPrimaryResult().getLabel(),
                Integer.parseInt(result.getParams().getParam("groups")),
                compiler,
                secondary(result, CpuPerOperation.LABEL),
                secondary(result, ALLOCATED));
    }

    /// JMH counts a batch of operations as one.
    private static double secondary(RunResult result, String label) {
        return result.getSecondaryResults().get(label).getScore()
                / result.getParams().getMeasurement().getBatchSize();
    }

    JsonObject toJson() {
        return JsonObject.of("part", Json.of(part))
                .with("groups", Json.of(groups))
                .with("compiler", Json.of(compiler.name()))
                .with("cpuNanos", Json.of(Math.round(nanos)))
                .with("bytes", Json.of(Math.round(bytes)));
    }
}
