package io.hyperpodgateway.e2e;

import io.hyperpodgateway.e2e.Invocation.Completion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// The packaged function in a process of its own, under Lambda's runtime interface client with
/// Lambda's JVM flags. It handles one event at a time, as in Lambda.
public final class PackagedFunction implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(28);
    private static final Duration START = Duration.ofSeconds(60);

    /// The additional time before a test gives up.
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final TaskRoot taskRoot;
    private final RuntimeApi runtimeApi;
    private final Path out;
    private final Path err;
    private final Process process;

    private PackagedFunction(
            TaskRoot taskRoot, RuntimeApi runtimeApi, String handler, Map<String, String> settings)
            throws IOException {
        this.taskRoot = taskRoot;
        this.runtimeApi = runtimeApi;
        out = Files.createTempFile("function", ".out");
        err = Files.createTempFile("function", ".err");
        process = launch(handler, settings);
    }

    /// Starts the function and waits until it accepts events.
    ///
    /// @param settings environment variables, which override those of Lambda
    /// @throws IllegalStateException if it does not start, with its output
    static PackagedFunction start(Map<String, String> settings) throws IOException {
        return start(TaskRoot.create(), LambdaVariables.HANDLER, settings);
    }

    /// Starts another handler on other files.
    ///
    /// @param taskRoot the files; they belong to the function from now on
    /// @param handler the handler's class
    public static PackagedFunction start(
            TaskRoot taskRoot, String handler, Map<String, String> settings) throws IOException {
        return awaited(
                new PackagedFunction(taskRoot, RuntimeApi.start(), handler, settings),
                RuntimeApi::ready);
    }

    /// Starts the function as Lambda does before a snapshot, and waits until the snapshot may be
    /// taken.
    ///
    /// @throws IllegalStateException if it fails, with its output
    static PackagedFunction prepare(TaskRoot taskRoot, String handler, Map<String, String> settings)
            throws IOException {
        var all = new HashMap<>(settings);
        all.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        return awaited(
                new PackagedFunction(taskRoot, RuntimeApi.start(), handler, all),
                RuntimeApi::checkpoint);
    }

    private static PackagedFunction awaited(
            PackagedFunction function, Function<RuntimeApi, CompletableFuture<Void>> event)
            throws IOException {
        try {
            function.await(event.apply(function.runtimeApi), START);
        } catch (IllegalStateException e) {
            function.close();
            throw e;
        }
        return function;
    }

    /// Restores the function as a copy of its snapshot, and waits until it accepts events.
    ///
    /// @throws IllegalStateException if it fails, with its output
    void restore() {
        runtimeApi.restore();
        await(runtimeApi.ready(), START);
    }

    private Process launch(String handler, Map<String, String> settings) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
        command.addAll(NativeLibrary.jvmOptions());
        command.add("-classpath");
        command.add(TaskRoot.runtimeClassPath());
        command.add("com.amazonaws.services.lambda.runtime.api.client.AWSLambda");
        command.add(handler);
        var builder = new ProcessBuilder(command);
        builder.directory(taskRoot.directory().toFile());
        builder.redirectOutput(out.toFile());
        builder.redirectError(err.toFile());
        // inherits no variables: JAVA_TOOL_OPTIONS and the like would change what is tested
        builder.environment().clear();
        builder.environment()
                .putAll(LambdaVariables.of(runtimeApi.address(), taskRoot.directory()));
        builder.environment().put("_HANDLER", handler);
        builder.environment().putAll(settings);
        Process started = builder.start();
        // a test run that ends early leaves no process behind
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        return started;
    }

    /// Sends an event, with 28 s to answer.
    ///
    /// @return the handler's output
    /// @throws IllegalStateException if it threw, died, or did not answer
    String invoke(String event) {
        return switch (call(event, TIMEOUT)) {
            case Completion.Returned(String json) -> json;
            case Completion.Threw(String type, String json) ->
                    throw new IllegalStateException("the handler threw " + type + ": " + json);
        };
    }

    /// Sends an event.
    ///
    /// @param timeout the remaining time that the function sees; a real Lambda would end it then
    /// @throws IllegalStateException if the process died, or did not answer half a minute after its
    ///   timeout
    public Completion call(String event, Duration timeout) {
        Invocation invocation = Invocation.of(event, timeout);
        runtimeApi.submit(invocation);
        return await(invocation.answer(), timeout.plus(GRACE));
    }

    String out() {
        return text(out);
    }

    String err() {
        return text(err);
    }

    /// The lines of both, as in the log.
    public List<String> log() {
        return (out() + "\n" + err()).lines().filter(line -> !line.isBlank()).toList();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        process.onExit().join();
        runtimeApi.close();
        taskRoot.close();
        Files.deleteIfExists(out);
        Files.deleteIfExists(err);
    }

    /// Waits for a value, or for the end of the process.
    private <T> T await(CompletableFuture<T> value, Duration limit) {
        CompletableFuture<Process> end = process.onExit();
        try {
            CompletableFuture.anyOf(value, end).get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (value.isDone()) return value.get();
            throw new IllegalStateException("the process ended: " + log());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("no answer within " + limit + ": " + log(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
