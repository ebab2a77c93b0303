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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The function's files in the layout of `/var/task`.
///
/// They are links to the build's output, which `sam build` deploys.
public final class TaskRoot implements AutoCloseable {

    private static final Path TARGET = Path.of("target");
    private static final Path FUNCTION = TARGET.resolve("function");
    private static final Path CLASSES = TARGET.resolve("classes");

    /// The libraries beside the function's own part, and those in its jar.
    private static final Path LIBRARIES = TARGET.resolve("archive/beside");

    private static final Path MERGED = TARGET.resolve("archive/merged");

    private final Path directory;

    private TaskRoot(Path directory) {
        this.directory = directory;
    }

    /// The function as it is deployed.
    public static TaskRoot create() throws IOException {
        Path directory = Files.createTempDirectory("task");
        link(directory, FUNCTION, List.of());
        link(directory.resolve("lib"), LIBRARIES);
        return new TaskRoot(directory);
    }

    /// The same classes as compiled, with others in front: Lambda's own class loader loads all of
    /// them.
    ///
    /// @param front the class files, by their paths
    public static TaskRoot behind(List<ClassFile> front) throws IOException {
        Path directory = Files.createTempDirectory("task");
        link(directory, CLASSES, front);
        Path libraries = Files.createDirectory(directory.resolve("lib"));
        for (Path folder : List.of(LIBRARIES, MERGED)) {
            for (Path jar : parts(folder)) link(libraries.resolve(jar), folder.resolve(jar));
        }
        return new TaskRoot(directory);
    }

    public Path directory() {
        return directory;
    }

    /// The class path of Lambda's own side: the runtime interface client and its dependencies, and
    /// nothing of the function.
    public static String runtimeClassPath() {
        return Stream.of(
                        AWSLambda.class,
                        Context.class,
                        PojoSerializer.class,
                        SdkInternalThreadLocal.class)
                .map(TaskRoot::jar)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// A test class in front of the packaged ones.
    ///
    /// @param path its path in the archive, as `io/hyperpodgateway/lambda/X.class`
    public record ClassFile(Path path, Path file) {

        public ClassFile {
            Objects.requireNonNull(path);
            Objects.requireNonNull(file);
        }
    }

    /// Links the content of a folder; a folder with classes of the front is created.
    private static void link(Path directory, Path packaged, List<ClassFile> front)
            throws IOException {
        Map<Path, List<ClassFile>> byPart =
                front.stream().collect(Collectors.groupingBy(file -> file.path().getName(0)));
        for (Path part : parts(packaged)) {
            if (!byPart.containsKey(part)) link(directory.resolve(part), packaged.resolve(part));
        }
        for (var each : byPart.entrySet()) {
            Path place = directory.resolve(each.getKey());
            if (each.getValue().getFirst().path().getNameCount() == 1) {
                link(place, each.getValue().getFirst().file());
                continue;
            }
            Files.createDirectory(place);
            link(place, packaged.resolve(each.getKey()), inside(each.getValue()));
        }
    }

    private static List<Path> parts(Path folder) throws IOException {
        if (!Files.exists(folder)) return List.of();
        try (Stream<Path> parts = Files.list(folder)) {
            return parts.map(Path::getFileName).toList();
        }
    }

    private static List<ClassFile> inside(List<ClassFile> files) {
        return files.stream()
                .map(file ->
                        new ClassFile(
                                file.path().subpath(1, file.path().getNameCount()), file.file()))
                .toList();
    }

    /// Removes the links, not their targets.
    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
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
