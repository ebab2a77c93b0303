package io.hyperpodgateway.bench;

import com.sun.management.ThreadMXBean;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// The CPU time of Java's threads per operation, which other load on the machine does not affect.
/// The threads of the collector and the compiler are excluded. The best iteration counts.
public final class CpuTime implements InternalProfiler {

    /// The name of the result, in microseconds.
    static final String NAME = "cpu.time.norm";

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private long before;

    @Override
    public String getDescription() {
        return "CPU time of Java's threads for each operation";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = nanos();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double micros = (nanos() - before) / 1e3;
        return List.of(
                new ScalarResult(
                        NAME,
                        micros / result.getMetadata().getAllOps(),
                        "us/op",
                        AggregationPolicy.MIN));
    }

    private static long nanos() {
        return Arrays.stream(THREADS.getThreadCpuTime(THREADS.getAllThreadIds()))
                .map(time -> Math.max(0, time))
                .sum();
    }
}
