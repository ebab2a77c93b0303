package io.hyperpodgateway.bench.inner;

import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The compilers that a JVM has.
enum Compiler {
    /// As Lambda sets it for java25: what counts.
    C1("-XX:TieredStopAtLevel=1", 8_000),
    /// As Java comes.
    C2("-XX:+TieredCompilation", 60_000);

    // the compiler works while the benchmark waits: on a busy machine it would else lag behind for
    // longer than the measurement takes
    private static final String[] FLAGS = {"-Xbatch", "-XX:+UseSerialGC"};

    private final String flag;
    // as many as let the compiler do its work, and a few times over
    private final int operationsOnAGroup;

    Compiler(String flag, int operationsOnAGroup) {
        this.flag = flag;
        this.operationsOnAGroup = operationsOnAGroup;
    }

    /// Measures parts in a JVM of this kind, each in one of its own. Operations are counted and not
    /// timed: on a busy machine a second may hold too few for the compiler to be done.
    ///
    /// @param parts a pattern for the names of the benchmarks
    List<Figure> measure(String parts, List<Integer> groups) throws IOException {
        var figures = new ArrayList<Figure>();
        for (int each : groups) figures.addAll(measure(parts, each));
        return figures;
    }

    private List<Figure> measure(String parts, int groups) throws IOException {
        int operations = operationsOnAGroup / (groups + 3);
        var options =
                new OptionsBuilder()
                        .include(Parts.class.getName() + ".(" + parts + ")$")
                        .param("groups", Integer.toString(groups))
                        .forks(1)
                        .shouldFailOnError(true)
                        .mode(Mode.SingleShotTime)
                        .warmupIterations(2)
                        .warmupBatchSize(2 * operations)
                        .measurementIterations(4)
                        .measurementBatchSize(operations)
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
