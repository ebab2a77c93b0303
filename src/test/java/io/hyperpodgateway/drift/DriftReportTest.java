package io.hyperpodgateway.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.drift.comparison.Drift;
import io.hyperpodgateway.drift.file.Model;
import io.hyperpodgateway.drift.file.ModelFile;
import io.hyperpodgateway.drift.file.Reduction;
import io.hyperpodgateway.drift.file.UnusableModelException;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class DriftReportTest {

    private static final Path FOLDER = Path.of("src/test/resources/model");

    @Test
    void reportsEveryKindOfDifferenceInWords() throws Exception {
        Model now = model("now.json");
        List<String> unclassified =
                Unclassified.sentences(now).stream()
                        .filter(sentence -> sentence.contains("not classified"))
                        .toList();

        assertThat(DriftReport.of(Drift.between(model("before.json"), now), unclassified))
                .isEqualTo(Files.readAllLines(FOLDER.resolve("report.txt")));
    }

    @Test
    void saysWhenNothingDiffers() {
        assertThat(DriftReport.of(new Drift(List.of(), List.of()), List.of()))
                .containsExactly("Nothing differs.");
    }

    private static Model model(String name) throws UnusableModelException {
        ModelFile file = ModelFile.read(FOLDER.resolve(name));
        return new Model(Reduction.of(file.model(), file.date()));
    }
}
