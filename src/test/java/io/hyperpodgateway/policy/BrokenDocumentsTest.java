package io.hyperpodgateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.document.Mistake;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Reads the documents of `policies/broken`: each is refused, with all its mistakes and warnings at
/// their places. Adding a case is adding a folder: `policy.yaml` or `policy.json`, and
/// `expected.txt`.
class BrokenDocumentsTest {

    private static final ServiceModel MODEL = ServiceModel.bundled();
    private static final Path BROKEN = Path.of("src/test/resources/policies/broken");

    static List<Path> documents() throws IOException {
        try (Stream<Path> folders = Files.list(BROKEN)) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void areRefusedWithAllTheirMistakes(Path folder) throws IOException {
        assertThat(PolicyReader.read(document(folder), MODEL).problems())
                .extracting(BrokenDocumentsTest::summary)
                .isEqualTo(Files.readAllLines(folder.resolve("expected.txt")));
    }

    /// Whatever stands in a document, each mistake is one line that can be read.
    @ParameterizedTest
    @MethodSource("documents")
    void areToldInWords(Path folder) throws IOException {
        assertThat(PolicyReader.read(document(folder), MODEL).problems())
                .extracting(Mistake::message)
                .allMatch(words -> words.length() <= 1001)
                .allMatch(words -> words.matches("\\P{Cntrl}+"));
    }

    @Test
    void areFiftyAtLeast() throws IOException {
        assertThat(documents()).hasSizeGreaterThanOrEqualTo(50);
    }

    private static byte[] document(Path folder) throws IOException {
        Path yaml = folder.resolve("policy.yaml");
        return Files.readAllBytes(Files.exists(yaml) ? yaml : folder.resolve("policy.json"));
    }

    private static String summary(Mistake mistake) {
        return "%d:%d %s%s"
                .formatted(
                        mistake.line(),
                        mistake.column(),
                        mistake.rule(),
                        mistake.isError() ? "" : " (a warning)");
    }
}
