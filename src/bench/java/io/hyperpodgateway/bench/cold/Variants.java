package io.hyperpodgateway.bench.cold;

import io.hyperpodgateway.e2e.LambdaVariables;
import io.hyperpodgateway.e2e.TaskRoot;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Lays out the compared functions as for deployment.
final class Variants {

    private static final String PACKAGE = "io.hyperpodgateway.bench.function.";
    private static final Pattern TOOL_OPTIONS =
            Pattern.compile("JAVA_TOOL_OPTIONS: >-\\R((?: {12}\\S.*\\R)+)");

    /// The handler where everything is on one class path.
    private static final String HANDLER = "io.hyperpodgateway.lambda.GatewayHandler";

    /// As in the image.
    private static final List<String> WITHOUT_PROFILES =
            List.of(
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:-AOTRecordTraining",
                    "-XX:-AOTReplayTraining");

    private static final int TRAINING = 200;

    private final Path folder;

    /// @param folder the build's output for this: `functions` and `typical-lib`
    Variants(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    Variant empty() throws IOException {
        Path root = fresh("empty");
        place(root, "EmptyHandler");
        return plain("empty", "empty handler", PACKAGE + "EmptyHandler", root, Map.of());
    }

    Variant typical() throws IOException {
        Path root = fresh("typical");
        place(root, "TypicalFunction");
        Files.createSymbolicLink(root.resolve("lib"), folder.resolve("typical-lib"));
        return plain("typical", "written by hand", PACKAGE + "TypicalFunction", root, Map.of());
    }

    /// The gateway as `sam build` lays it out, with the JVM options of the template.
    Variant gateway(TaskRoot taskRoot) throws IOException {
        return plain(
                "gateway",
                "the gateway",
                LambdaVariables.HANDLER,
                taskRoot.directory(),
                toolOptions());
    }

    /// The gateway in jars on the JVM's own class path, as in a container image, with the cache of
    /// a training run of a few hundred requests.
    Variant withCache(Variant gateway, Transport transport, String event) throws IOException {
        Path cache = folder.resolve("gateway.aot");
        Files.deleteIfExists(cache);
        var plain =
                new Variant(
                        "gateway-aot",
                        "the gateway with an AOT cache",
                        HANDLER,
                        fresh("gateway-aot"),
                        jars(gateway.taskRoot()),
                        WITHOUT_PROFILES,
                        gateway.variables(),
                        gateway.archiveBytes());
        train(plain.with(List.of("-XX:AOTCacheOutput=" + cache)), transport, event);
        if (!Files.exists(cache))
            throw new IOException("the training run left no cache: see " + folder);
        return plain.with(List.of("-XX:AOTCache=" + cache));
    }

    private List<Path> jars(Path taskRoot) throws IOException {
        Path resources = folder.resolve("resources.jar");
        zip(
                taskRoot,
                resources,
                path ->
                        !path.startsWith("lib")
                                && !path.startsWith("gateway")
                                && !path.toString().endsWith(".class"));
        var jars = new ArrayList<Path>();
        jars.add(real(taskRoot.resolve("gateway/classes.jar")));
        jars.add(resources);
        try (Stream<Path> libraries = Files.list(taskRoot.resolve("lib"))) {
            libraries.map(Variants::real).sorted().forEach(jars::add);
        }
        return jars;
    }

    private void train(Variant variant, Transport transport, String event) throws IOException {
        try (var function =
                new FunctionProcess(variant, transport, folder.resolve("training.log"))) {
            function.awaitInit();
            for (int i = 0; i < TRAINING; i++) function.invoke(event);
            function.terminate();
        }
    }

    private Variant plain(
            String name, String title, String handler, Path root, Map<String, String> variables)
            throws IOException {
        long bytes = zip(root, folder.resolve(name + ".zip"), _ -> true);
        return new Variant(name, title, handler, root, List.of(), List.of(), variables, bytes);
    }

    /// The settings of the template, so that what is measured is what is deployed.
    private static Map<String, String> toolOptions() throws IOException {
        Matcher options = TOOL_OPTIONS.matcher(Files.readString(Path.of("template.yaml")));
        if (!options.find()) throw new IOException("template.yaml sets no JAVA_TOOL_OPTIONS");
        return Map.of("JAVA_TOOL_OPTIONS", options.group(1).strip().replaceAll("\\s+", " "));
    }

    private Path fresh(String name) throws IOException {
        Path root = folder.resolve(name);
        if (Files.exists(root)) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(root);
    }

    /// Copies a compiled class and its nested classes into a function's folder.
    private void place(Path root, String name) throws IOException {
        Path classes = Path.of(PACKAGE.replace('.', '/'));
        Files.createDirectories(root.resolve(classes));
        try (Stream<Path> files = Files.list(folder.resolve("functions").resolve(classes))) {
            for (Path file : files.toList()) {
                if (!file.getFileName().toString().startsWith(name)) continue;
                Files.copy(file, root.resolve(classes).resolve(file.getFileName()));
            }
        }
    }

    private static long zip(Path root, Path archive, java.util.function.Predicate<Path> wanted)
            throws IOException {
        try (OutputStream file = Files.newOutputStream(archive);
                var zip = new ZipOutputStream(file);
                Stream<Path> paths = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                Path name = root.relativize(path);
                if (!wanted.test(name)) continue;
                zip.putNextEntry(new ZipEntry(name.toString()));
                Files.copy(path, zip);
            }
        }
        return Files.size(archive);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
