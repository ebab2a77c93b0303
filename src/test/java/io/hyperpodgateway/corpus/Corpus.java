package io.hyperpodgateway.corpus;

import io.hyperpodgateway.shape.ShapeCases;
import io.hyperpodgateway.shape.ShapeCases.ShapeCase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Generated requests, malicious and valid ones; the same for the same seed.
public final class Corpus {

    /// Findings that may only be warnings: a null for an optional member.
    private static final Set<String> WARNINGS = Set.of("unknown-instance-type", "null");

    /// The seed of the random requests: the system property `corpus.seed`, or a default.
    public static final long SEED = Long.getLong("corpus.seed", 20_170_724L);

    private static final List<CorpusCase> CASES =
            Stream.of(
                            GoodRequests.cases(),
                            shapes(),
                            SyntaxCases.all(),
                            EncodingCases.all(),
                            BombCases.all(),
                            NameCases.all(),
                            TagCases.all(),
                            LargeCases.all(),
                            RandomCases.of(SEED))
                    .flatMap(List::stream)
                    .toList();

    private Corpus() {}

    /// All requests, always in the same order.
    public static List<CorpusCase> cases() {
        return CASES;
    }

    /// Writes the seed, and each case's name and size, into `cases.txt` of that folder.
    static void list(Path folder) throws IOException {
        Files.createDirectories(folder);
        String lines =
                CASES.stream()
                        .map(c -> "%8d %s\n".formatted(c.bytes().length, c.name()))
                        .collect(Collectors.joining());
        Files.writeString(
                folder.resolve("cases.txt"),
                "seed %d, %d cases: bytes, name\n%s".formatted(SEED, CASES.size(), lines));
    }

    private static List<CorpusCase> shapes() {
        return ShapeCases.all().stream()
                .map(found ->
                        CorpusCase.of("shape" + found.name(), found.document(), expectation(found)))
                .toList();
    }

    private static Expectation expectation(ShapeCase found) {
        if (found.broken().isEmpty()) return Expectation.fits();
        String rule = found.broken().get();
        return WARNINGS.contains(rule)
                ? Expectation.warned(rule, found.pointer())
                : Expectation.invalid(rule, found.pointer());
    }
}
