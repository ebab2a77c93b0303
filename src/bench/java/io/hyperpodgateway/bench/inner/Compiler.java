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

enum Compiler {
    /// Lambda's setting for java25, which counts.
    C1("-XX:TieredStopAtLevel=1", 8_000),
    /// Java's default.
    C2("-XX:+TieredCompilation", 60_000);

    // the benchmark waits for the compiler, which would otherwise lag behind under load
    private static final String[] FLAGS = {"-Xbatch", "-XX:+UseSerialGC"};

    private final String flag;
    // enough for the compiler to finish, with a margin
    private final int operationsOnAGroup;

    Compiler(String flag, int operationsOnAGroup) {
        this.flag = flag;
        this.operationsOnAGroup = operationsOnAGroup;
    }

    /// Measures parts, each in a JVM of its own. Operations are counted and not timed, because
    /// under load a second may be too short for the compiler to finish.
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
