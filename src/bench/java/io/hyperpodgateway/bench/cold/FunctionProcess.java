package io.hyperpodgateway.bench.cold;

import io.hyperpodgateway.e2e.Invocation;
import io.hyperpodgateway.e2e.Invocation.Completion;
import io.hyperpodgateway.e2e.LambdaVariables;
import io.hyperpodgateway.e2e.NativeLibrary;
import io.hyperpodgateway.e2e.RuntimeApi;
import io.hyperpodgateway.e2e.TaskRoot;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A function in a JVM of its own, on one core, with the flags of Lambda's java25 runtime.
final class FunctionProcess implements AutoCloseable {

    // -Xshare:auto, which Lambda sets too, is the default, and conflicts with an AOT cache

    /// The share of the memory size, as in Lambda.
    private static final int HEAP_PERCENT = 85;

    /// In megabytes. Also the JVM's view of the machine, of which its first heap is a 64th: a
    /// sandbox has no more.
    private static final int MEMORY = 1024;

    private static final Duration TIMEOUT = Duration.ofSeconds(28);
    private static final int PATIENCE = 60;

    private final RuntimeApi runtimeApi = RuntimeApi.start();
    private final Path log;
    private final Process process;
    private final CpuClock cpu;
    private final long startedAt;

    FunctionProcess(Variant variant, Transport transport, Path log) throws IOException {
        this.log = log;
        var builder = new ProcessBuilder(command(variant, transport));
        builder.directory(variant.taskRoot().toFile());
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(LambdaVariables.of(runtimeApi.address(), variant.taskRoot()));
        builder.environment().put("_HANDLER", variant.handler());
        builder.environment().putAll(transport.variables());
        builder.environment().putAll(variant.variables());
        startedAt = System.nanoTime();
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        cpu = clock();
    }

    private CpuClock clock() throws IOException {
        try {
            return CpuClock.of(process.pid());
        } catch (IllegalStateException e) {
            close();
            throw new IOException("the process ended: " + Files.readString(log), e);
        }
    }

    private static List<String> command(Variant variant, Transport transport) {
        var classPath = new ArrayList<String>();
        classPath.add(TaskRoot.runtimeClassPath());
        variant.classPath().forEach(path -> classPath.add(path.toString()));
        var command = new ArrayList<>(Cores.ofTheFunction());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:+TieredCompilation",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:MaxRAM=%dm".formatted(MEMORY),
                        "-Xmx%dm".formatted(MEMORY * HEAP_PERCENT / 100)));
        command.addAll(NativeLibrary.jvmOptions());
        command.addAll(transport.jvmOptions());
        command.addAll(variant.jvmOptions());
        command.add("-classpath");
        command.add(String.join(File.pathSeparator, classPath));
        command.add("com.amazonaws.services.lambda.runtime.api.client.AWSLambda");
        command.add(variant.handler());
        return command;
    }

    /// Wall and CPU time since the process began, in nanoseconds.
    record CpuReading(long wall, long cpu) {

        CpuReading since(CpuReading earlier) {
            return new CpuReading(wall - earlier.wall, cpu - earlier.cpu);
        }
    }

    CpuReading now() {
        return new CpuReading(System.nanoTime() - startedAt, cpu.now());
    }

    /// Waits until the function requests its first event, the end of its init.
    void awaitInit() throws IOException {
        await(runtimeApi.ready());
    }

    /// Sends an event and waits for the answer.
    ///
    /// @throws IOException if that is not 201
    void invoke(String event) throws IOException {
        Invocation invocation = Invocation.of(event, TIMEOUT);
        runtimeApi.submit(invocation);
        Completion answer = await(invocation.answer());
        boolean created =
                answer instanceof Completion.Returned(String json)
                        && json.replace(" ", "").contains("\"statusCode\":201");
        if (!created) throw new IOException(answer + "\n" + Files.readString(log));
    }

    /// The peak memory in bytes.
    long peakMemory() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith("VmHWM:"))
                return 1024 * Long.parseLong(line.replaceAll("[^0-9]", ""));
        }
        throw new IOException("no VmHWM of process " + process.pid());
    }

    /// Terminates the process like a container, and waits: a JVM then writes its AOT cache.
    void terminate() {
        process.destroy();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        runtimeApi.close();
    }

    private <T> T await(CompletableFuture<T> value) throws IOException {
        try {
            CompletableFuture.anyOf(value, process.onExit()).get(PATIENCE, TimeUnit.SECONDS);
            if (value.isDone()) return value.get();
            throw new IOException("the process ended: " + Files.readString(log));
        } catch (java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException e) {
            throw new IOException(Files.readString(log), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
