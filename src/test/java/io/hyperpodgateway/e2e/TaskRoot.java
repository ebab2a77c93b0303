package io.hyperpodgateway.e2e;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;

import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The function's files as Lambda lays them out in `/var/task`: the classes, and the libraries in
/// `lib`.
///
/// They are links to what the build made, the same files that `sam build` deploys.
final class TaskRoot implements AutoCloseable {

    private static final Path CLASSES = Path.of("target/classes");
    private static final Path LIBRARIES = Path.of("target/archive/lib");

    private final Path directory;

    private TaskRoot(Path directory) {
        this.directory = directory;
    }

    static TaskRoot create() throws IOException {
        Path directory = Files.createTempDirectory("task");
        try (Stream<Path> parts = Files.list(CLASSES)) {
            for (Path part : parts.toList()) link(directory.resolve(part.getFileName()), part);
        }
        link(directory.resolve("lib"), LIBRARIES);
        return new TaskRoot(directory);
    }

    Path directory() {
        return directory;
    }

    /// The class path of Lambda's own side: the runtime interface client with what it needs, and
    /// nothing of the function's.
    static String runtimeClassPath() {
        return Stream.of(
                        AWSLambda.class,
                        Context.class,
                        PojoSerializer.class,
                        SdkInternalThreadLocal.class)
                .map(TaskRoot::jar)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// Takes the links away; what they point at stays.
    @Override
    public void close() throws IOException {
        try (Stream<Path> links = Files.list(directory)) {
            for (Path link : links.toList()) Files.delete(link);
        }
        Files.delete(directory);
    }

    private static void link(Path link, Path target) throws IOException {
        Files.createSymbolicLink(link, target.toAbsolutePath());
    }

    private static String jar(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
