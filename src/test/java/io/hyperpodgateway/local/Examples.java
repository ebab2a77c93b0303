package io.hyperpodgateway.local;

import io.hyperpodgateway.policy.check.Place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The example requests, for the account and the Region of the local run.
final class Examples {

    static final Path FOLDER = Path.of("src/main/examples");

    /// The one that the default policy allows, and the first to try.
    private static final String FIRST = "first-cluster.json";

    private Examples() {}

    /// All examples, the simplest first; empty without the sources.
    static List<String> documents(Place place) {
        if (!Files.isDirectory(FOLDER)) return List.of();
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> others = files.filter(file -> !file.endsWith(FIRST)).sorted().toList();
            return Stream.concat(Stream.of(FOLDER.resolve(FIRST)), others.stream())
                    .map(file -> text(file, place))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String first(Place place) {
        return text(FOLDER.resolve(FIRST), place);
    }

    private static String text(Path file, Place place) {
        try {
            return Files.readString(file)
                    .replace("000000000000", place.accountId())
                    .replace("us-east-1", place.region());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
