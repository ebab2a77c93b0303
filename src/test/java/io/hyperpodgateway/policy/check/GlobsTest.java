package io.hyperpodgateway.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GlobsTest {

    private static final Globs SOME = Globs.of("ml.{size}.*", "ml.t3.large");

    @Test
    void matchesWhatOneOfThemMatches() {
        assertThat(SOME.match("ml.t3.large")).isTrue();
        assertThat(SOME.match("ml.t3.medium")).isFalse();
        assertThat(Globs.of().match("")).isFalse();
    }

    @Test
    void fillsPlaceholdersInEach() {
        Globs filled = SOME.filled(text -> text.replace("{size}", "g5"));

        assertThat(filled.match("ml.g5.xlarge")).isTrue();
        assertThat(filled.match("ml.t3.large")).isTrue();
        assertThat(SOME.match("ml.g5.xlarge")).isFalse();
    }

    @Test
    void showsThemAsTheyAreWritten() {
        assertThat(SOME.toJson().toText()).isEqualTo("[\"ml.{size}.*\",\"ml.t3.large\"]");
        assertThat(SOME).hasToString("ml.{size}.*, ml.t3.large");
    }
}
