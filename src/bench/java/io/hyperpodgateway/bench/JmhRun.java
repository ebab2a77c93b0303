package io.hyperpodgateway.bench;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;

/// Runs benchmarks and reads their results.
final class JmhRun {

    static final int ITERATIONS = 8;

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private JmhRun() {}

    /// Runs the benchmarks of the class, and writes the numbers into the file.
    ///
    /// @param params replaces the parameter values of the class
    static Collection<RunResult> of(Class<?> benchmarks, Path file, Map<String, String[]> params)
            throws IOException {
        try {
            return new Runner(options(benchmarks, file, params).build()).run();
        } catch (RunnerException e) {
            throw new IOException(e);
        }
    }

    /// Microseconds of the best iteration; the others measure the load of the machine.
    static double time(RunResult result) {
        return result.getPrimaryResult().getStatistics().getMin();
    }

    /// Microseconds of CPU time of the best iteration.
    static double cpu(RunResult result) {
        return secondary(result, CpuTime.NAME);
    }

    /// Bytes allocated.
    static double bytes(RunResult result) {
        return secondary(result, ALLOCATED);
    }

    static String name(RunResult result) {
        return result.getPrimaryResult().getLabel();
    }

    static int param(RunResult result, String name) {
        return Integer.parseInt(result.getParams().getParam(name));
    }

    private static double secondary(RunResult result, String name) {
        Result<?> found = result.getSecondaryResults().get(name);
        return found == null ? Double.NaN : found.getScore();
    }

    /// The benchmark waits for the compiler, which would otherwise lag behind under load for longer
    /// than the measurement.
    private static ChainedOptionsBuilder options(
            Class<?> benchmarks, Path file, Map<String, String[]> params) {
        ChainedOptionsBuilder options =
                new OptionsBuilder()
                        .include(benchmarks.getName())
                        .forks(1)
                        .shouldFailOnError(true)
                        .warmupIterations(4)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(ITERATIONS)
                        .measurementTime(TimeValue.milliseconds(250))
                        .jvmArgsAppend("-Xbatch")
                        .addProfiler(GCProfiler.class)
                        .addProfiler(CpuTime.class)
                        .verbosity(VerboseMode.SILENT)
                        .resultFormat(ResultFormatType.JSON)
                        .result(file.toString());
        params.forEach(options::param);
        return options;
    }
}
