package io.hyperpodgateway.chaos;

import io.hyperpodgateway.chaos.child.Variant;
import io.hyperpodgateway.chaos.meddling.Meddler;
import io.hyperpodgateway.chaos.meddling.Scene;
import io.hyperpodgateway.e2e.Invocation.Answer;
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

/// One process of the function, with a proxy of its own in front of AWS.
final class Instance implements AutoCloseable {

    /// Less than in Lambda, so that a call that hangs costs less.
    private static final Duration TIMEOUT = Duration.ofSeconds(12);

    private static final Duration RECONCILERS = Duration.ofSeconds(240);
    private static final Path CLASSES = Path.of("target/test-classes");
    private static final List<String> IN_FRONT =
            List.of("io/hyperpodgateway/chaos/child", "io/hyperpodgateway/lambda");

    private final String name;
    private final Meddler meddler;
    private final PackagedFunction function;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    private Instance(String name, Meddler meddler, PackagedFunction function) {
        this.name = name;
        this.meddler = meddler;
        this.function = function;
        meddler.killsBy(function::kill);
    }

    /// Starts a process, and lets it load what a request needs.
    ///
    /// @param settings the function's, but for the addresses
    static Instance start(
            String name, Variant variant, Map<String, String> settings, Supplier<Scene> scenes) {
        try {
            var meddler = new Meddler(name, scenes);
            var all = new HashMap<>(settings);
            all.put("CHAOS_VARIANT", variant.name());
            all.put("AWS_ENDPOINT_URL_SAGEMAKER", meddler.endpoint().toString());
            all.put("AWS_ENDPOINT_URL_DYNAMODB", meddler.endpoint().toString());
            var function =
                    PackagedFunction.start(
                            TaskRoot.behind(front()), ChaosFunction.class.getName(), all);
            var instance = new Instance(name, meddler, function);
            instance.create(Requests.dryRun());
            instance.create(Requests.look());
            return instance;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The front door and all that it needs of the tests.
    private static List<ClassFile> front() throws IOException {
        try (Stream<Path> folders = IN_FRONT.stream().map(CLASSES::resolve)) {
            return folders.flatMap(Instance::files)
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

    /// Sends a request.
    Heard create(String event) {
        return call(event, TIMEOUT).map(Heard::of).orElseGet(Heard::nothing);
    }

    /// Runs the reconciler.
    ///
    /// @return what it logs; nothing if it did not come to its end
    String reconcile() {
        return call(Requests.SCHEDULED, RECONCILERS)
                .map(answer -> answer instanceof Answer.Returned(var json) ? json : "")
                .orElse("");
    }

    private Optional<Answer> call(String event, Duration timeout) {
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
            meddler.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
