package io.hyperpodgateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.document.Mistake;
import io.hyperpodgateway.policy.document.TextPlace;
import io.hyperpodgateway.text.Reading;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A document that breaks off anywhere, as one does that is being written, is a policy or refused,
/// with mistakes in what there is of it.
class PolicyPrefixesTest {

    private static final ServiceModel MODEL = ServiceModel.bundled();

    /// Prefixes of a document that are tried: all, if it is no longer.
    private static final int MOST = 1000;

    static List<Path> documents() throws IOException {
        try (Stream<Path> examples = Files.walk(Path.of("src/main/resources/policies"));
                Stream<Path> cases = Files.walk(Path.of("src/test/resources/policies"))) {
            return Stream.concat(examples, cases)
                    .filter(path -> path.toString().matches(".*\\.(yaml|json)"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void areAnsweredWithAValue(Path document) throws IOException {
        byte[] bytes = Files.readAllBytes(document);
        int step = 1 + bytes.length / MOST;
        for (int length = 0; length <= bytes.length; length += step) {
            byte[] prefix = Arrays.copyOf(bytes, length);
            Reading<Policy, Mistake> reading = PolicyReader.read(prefix, MODEL);
            if (!(reading instanceof Reading.Refused(var mistakes))) continue;
            assertThat(mistakes).isNotEmpty().allMatch(mistake -> isIn(prefix, mistake));
            List<String> rules = mistakes.stream().map(Mistake::rule).toList();
            // where it breaks off, what is not there may have been meant to follow
            if (rules.contains("syntax")) assertThat(rules).doesNotContain("required");
        }
    }

    private static boolean isIn(byte[] prefix, Mistake mistake) {
        var end = TextPlace.after(new String(prefix, StandardCharsets.UTF_8));
        return mistake.line() >= 1 && mistake.column() >= 1 && mistake.line() <= end.line();
    }
}
