package io.hyperpodgateway.chaos;

import io.hyperpodgateway.chaos.child.GatewayVariant;
import io.hyperpodgateway.chaos.proxy.FaultProxy;
import io.hyperpodgateway.chaos.proxy.ProxiedRun;
import io.hyperpodgateway.e2e.Invocation.Completion;
import io.hyperpodgateway.e2e.PackagedFunction;
import io.hyperpodgateway.e2e.TaskRoot;
import io.hyperpodgateway.e2e.TaskRoot.ClassFile;
import io.hyperpodgateway.lambda.ChaosFunction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A process of the function, with a proxy of its own in front of AWS.
final class FunctionInstance implements AutoCloseable {

    /// Less than in Lambda, so that a hanging call costs less.
    private static final Duration TIMEOUT = Duration.ofSeconds(12);

    private static final Duration RECONCILERS = Duration.ofSeconds(240);
    private static final Path CLASSES = Path.of("target/test-classes");
    private static final List<String> IN_FRONT =
            List.of("io/hyperpodgateway/chaos/child", "io/hyperpodgateway/lambda");

    private final String name;
    private final FaultProxy proxy;
    private final PackagedFunction function;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    private FunctionInstance(String name, FaultProxy proxy, PackagedFunction function) {
        this.name = name;
        this.proxy = proxy;
        this.function = function;
        proxy.killsBy(function::kill);
    }

    /// Starts a process and warms it up.
    ///
    /// @param settings the function's, except the endpoints
    static FunctionInstance start(
            String name,
            GatewayVariant variant,
            Map<String, String> settings,
            Supplier<ProxiedRun> scenes) {
        try {
            var proxy = new FaultProxy(name, scenes);
            var all = new HashMap<>(settings);
            all.put("CHAOS_VARIANT", variant.name());
            all.put("AWS_ENDPOINT_URL_SAGEMAKER", proxy.endpoint().toString());
            all.put("AWS_ENDPOINT_URL_DYNAMODB", proxy.endpoint().toString());
            var function =
                    PackagedFunction.start(
                            TaskRoot.behind(front()), ChaosFunction.class.getName(), all);
            var instance = new FunctionInstance(name, proxy, function);
            instance.create(Requests.dryRun());
            instance.create(Requests.look());
            return instance;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The handler, and the test classes that it needs.
    private static List<ClassFile> front() throws IOException {
        try (Stream<Path> folders = IN_FRONT.stream().map(CLASSES::resolve)) {
            return folders.flatMap(FunctionInstance::files)
                    .filter(file ->
                            file.toString().contains("chaos")
                                    || file.getFileName().toString().startsWith("ChaosFunction"))
                    .map(file -> new ClassFile(CLASSES.relativize(file), file))
                    .toList();
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return name;
    }

    boolean isAlive() {
        return function.isAlive();
    }

    ClientAnswer create(String event) {
        return call(event, TIMEOUT).map(ClientAnswer::of).orElseGet(ClientAnswer::nothing);
    }

    /// Runs the reconciler.
    ///
    /// @return its log; empty if it did not finish
    String reconcile() {
        return call(Requests.SCHEDULED, RECONCILERS)
                .map(answer -> answer instanceof Completion.Returned(var json) ? json : "")
                .orElse("");
    }

    private Optional<Completion> call(String event, Duration timeout) {
        oneAtATime.lock();
        try {
            return Optional.of(function.call(event, timeout));
        } catch (IllegalStateException e) {
            if (function.isAlive()) throw e;
            return Optional.empty();
        } finally {
            oneAtATime.unlock();
        }
    }

    @Override
    public void close() {
        try {
            function.close();
            proxy.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
