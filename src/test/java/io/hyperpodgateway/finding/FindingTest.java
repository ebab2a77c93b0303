package io.hyperpodgateway.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.finding.Finding.Source;
import io.hyperpodgateway.json.JsonPointer;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

class FindingTest {

    private final Finding finding =
            Finding.of(Source.SAGEMAKER, "x", Level.WARN, JsonPointer.of("a/b"), "told");

    @Test
    void isShownWithoutWhatItDoesNotHave() {
        assertThat(finding.toJson().toText())
                .isEqualTo(
                        "{\"source\":\"sagemaker\",\"rule\":\"x\",\"level\":\"WARN\","
                                + "\"pointer\":\"/a~1b\",\"message\":\"told\"}");
        assertThat(finding.isError()).isFalse();
    }

    @Test
    void isShownWithFixHelpAndWhetherItWasAdded() {
        var fix = new PatchOperation.Remove(JsonPointer.ROOT);
        Finding whole =
                new Finding(
                        Source.POLICY,
                        "y",
                        Level.ERROR,
                        JsonPointer.ROOT,
                        Phrase.sentence("m"),
                        List.of(),
                        Optional.empty(),
                        true);

        assertThat(
                        whole.withFix(fix)
                                .withHelp(Optional.of("https://example.com"))
                                .toJson()
                                .toText())
                .isEqualTo(
                        "{\"source\":\"policy\",\"rule\":\"y\",\"level\":\"ERROR\",\"pointer\":\"\","
                                + "\"message\":\"m\",\"fix\":[{\"op\":\"remove\",\"path\":\"\"}],"
                                + "\"help\":\"https://example.com\",\"added\":true}");
        assertThat(whole.isError()).isTrue();
    }

    @Test
    void isShownAlikeInEveryLanguage() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            Finding policy = Finding.of(Source.POLICY, "x", Level.INFO, JsonPointer.ROOT, "m");
            assertThat(policy.toJson().text("source")).contains("policy");
        } finally {
            Locale.setDefault(before);
        }
    }
}
