package io.hyperpodgateway.architecture;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The one format of the sources: google-java-format, AOSP style, on the JDK that compiles them.
public final class SourceFormat {

    private static final Formatter FORMATTER =
            new Formatter(JavaFormatterOptions.builder().style(Style.AOSP).build());

    private SourceFormat() {}

    /// Rewrites every source file that is not in format.
    public static void main(String[] args) throws IOException {
        for (Path file : files()) {
            String formatted = formatted(file);
            if (!formatted.equals(Files.readString(file))) {
                Files.writeString(file, formatted);
                System.out.println("formatted " + file);
            }
        }
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }

    static String formatted(Path file) {
        try {
            String source = RemoveUnusedImports.removeUnusedImports(Files.readString(file));
            return FORMATTER.formatSource(ImportOrderer.reorderImports(source, Style.AOSP));
        } catch (FormatterException | IOException e) {
            throw new UncheckedIOException(new IOException(file + ": " + e.getMessage(), e));
        }
    }
}
