package io.hyperpodgateway.bench.inner;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

import java.io.IOException;
import java.util.List;

/// The compilers that a JVM has.
enum Compiler {
    /// As Lambda sets it for java25: what counts.
    C1("-XX:TieredStopAtLevel=1"),
    /// As Java comes.
    C2("-XX:+TieredCompilation");

    // the compiler works while the benchmark waits: on a busy machine it would else lag behind for
    // longer than the measurement takes
    private static final String[] FLAGS = {"-Xbatch", "-XX:+UseSerialGC"};

    private final String flag;

    Compiler(String flag) {
        this.flag = flag;
    }

    /// Measures parts in a JVM of this kind, each in one of its own.
    ///
    /// @param parts a pattern for the names of the benchmarks
    /// @param seconds how long each is warmed, and then measured
    List<Figure> measure(String parts, List<Integer> groups, int seconds) throws IOException {
        var options =
                new OptionsBuilder()
                        .include(Parts.class.getName() + ".(" + parts + ")$")
                        .param(
                                "groups",
                                groups.stream().map(String::valueOf).toArray(String[]::new))
                        .forks(1)
                        .shouldFailOnError(true)
                        .warmupIterations(2)
                        .warmupTime(TimeValue.milliseconds(500L * seconds))
                        .measurementIterations(4)
                        .measurementTime(TimeValue.milliseconds(250L * seconds))
                        .jvmArgs(FLAGS)
                        .jvmArgsAppend(flag)
                        .addProfiler(GCProfiler.class)
                        .addProfiler(CpuPerOperation.class)
                        .verbosity(VerboseMode.SILENT)
                        .build();
        try {
            return new Runner(options)
                    .run().stream().map(result -> Figure.of(result, this)).toList();
        } catch (RunnerException e) {
            throw new IOException(e);
        }
    }
}
