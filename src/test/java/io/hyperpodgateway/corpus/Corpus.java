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

/// Requests that mean no good, and some that do: generated, the same for the same seed.
public final class Corpus {

    /// What may be no more than a warning: a null for a member that may be left out.
    private static final Set<String> WARNINGS = Set.of("unknown-instance-type", "null");

    /// What the random ones grow from: the system property `corpus.seed`, else a number of old.
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

    /// All of them, in an order that never changes.
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
