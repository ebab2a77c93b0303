package io.hyperpodgateway.architecture;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;

import io.hyperpodgateway.text.Sha256;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Formats the sources: google-java-format, AOSP style, on the JDK that compiles them.
///
/// The hashes of formatted texts are kept, so that these are skipped. A full check takes a quarter
/// of a minute of a processor under the first compiler tier, and twice that with the second.
public final class SourceFormat {

    /// The first argument for a check: files that are not in format are only listed.
    static final String CHECK = "--check";

    private static final Formatter FORMATTER =
            new Formatter(JavaFormatterOptions.builder().style(Style.AOSP).build());

    private final Path sources;
    private final Path known;

    /// @param known the file with the hashes; it may be absent
    SourceFormat(Path sources, Path known) {
        this.sources = sources;
        this.known = known;
    }

    /// Rewrites source files that are not in format, or lists them.
    public static void main(String[] arguments) throws IOException {
        var format = new SourceFormat(Path.of("src"), Path.of("target/source-format"));
        boolean check = List.of(arguments).contains(CHECK);
        for (Path file : format.notInFormat()) {
            if (!check) Files.writeString(file, formatted(Files.readString(file)));
            System.out.println((check ? "" : "formatted ") + file);
        }
    }

    List<Path> notInFormat() throws IOException {
        Set<String> before = known();
        Set<String> inFormat = new TreeSet<>();
        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> all =
                    files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
            Set<Path> others =
                    all.parallelStream()
                            .filter(file -> !isInFormat(file, before))
                            .collect(Collectors.toSet());
            for (Path file : all) {
                if (!others.contains(file)) inFormat.add(key(Files.readString(file)));
            }
            keep(inFormat);
            return all.stream().filter(others::contains).toList();
        }
    }

    private static boolean isInFormat(Path file, Set<String> known) {
        try {
            String text = Files.readString(file);
            return known.contains(key(text)) || formatted(text).equals(text);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }

    private static String formatted(String text) throws IOException {
        try {
            String source = RemoveUnusedImports.removeUnusedImports(text);
            return FORMATTER.formatSource(ImportOrderer.reorderImports(source, Style.AOSP));
        } catch (FormatterException e) {
            throw new IOException(e);
        }
    }

    private Set<String> known() throws IOException {
        return Files.exists(known) ? new HashSet<>(Files.readAllLines(known)) : Set.of();
    }

    private void keep(Set<String> inFormat) throws IOException {
        Files.createDirectories(known.toAbsolutePath().getParent());
        Files.write(known, inFormat);
    }

    /// The result depends on the formatter, the JDK's parser and the text.
    private static String key(String text) {
        return Sha256.hex(FORMATTER_AND_JDK + text);
    }

    private static final String FORMATTER_AND_JDK =
            Formatter.class.getProtectionDomain().getCodeSource().getLocation().getPath()
                    + " "
                    + Runtime.version()
                    + "\n";
}
