package io.hyperpodgateway.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/// The policy documents that come with the gateway.
public final class BundledPolicies {

    /// The one that holds where nothing else is set.
    public static final String DEFAULT = "default";

    private static final String FOLDER = "policies/";
    private static final String ENDING = ".yaml";

    private BundledPolicies() {}

    /// The document of that name, if there is one.
    public static Optional<String> text(String name) {
        // a name is a name, never a path
        if (!isName(name)) return Optional.empty();
        try (InputStream document =
                BundledPolicies.class.getResourceAsStream("/" + FOLDER + name + ENDING)) {
            if (document == null) return Optional.empty();
            return Optional.of(new String(document.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled policy cannot be read: " + name, e);
        }
    }

    /// The names of all documents, in alphabetical order. Looks into the folder, or the archive, in
    /// which the default one lies.
    public static List<String> names() {
        URL one = BundledPolicies.class.getResource("/" + FOLDER + DEFAULT + ENDING);
        try {
            return names(Objects.requireNonNull(one)).stream()
                    .filter(file -> file.endsWith(ENDING))
                    .map(file -> file.substring(0, file.length() - ENDING.length()))
                    .filter(BundledPolicies::isName)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled policies cannot be listed", e);
        }
    }

    private static boolean isName(String name) {
        return name.matches("[a-z0-9]+(-[a-z0-9]+)*");
    }

    /// The names of the files beside that one.
    private static List<String> names(URL file) throws IOException {
        URLConnection connection = file.openConnection();
        if (!(connection instanceof JarURLConnection archive)) {
            Path folder = Path.of(URI.create(file.toString())).resolveSibling("");
            try (Stream<Path> files = Files.list(folder)) {
                return files.map(path -> path.getFileName().toString()).toList();
            }
        }
        // the class loader's own archive stays open, so it is another one that is closed here
        archive.setUseCaches(false);
        try (var entries = archive.getJarFile()) {
            return entries.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(FOLDER))
                    .map(name -> name.substring(FOLDER.length()))
                    .toList();
        }
    }
}
