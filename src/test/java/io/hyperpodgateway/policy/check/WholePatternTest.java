package io.hyperpodgateway.policy.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WholePatternTest {

    @Test
    void matchesTheWholeValue() {
        assertThat(WholePattern.of("[0-9]{4}").matches("4711")).isTrue();
        assertThat(WholePattern.of("[0-9]{4}").matches("47110")).isFalse();
        assertThat(WholePattern.of("a|ab").matches("ab")).isTrue();
        assertThat(WholePattern.of("a$").matches("a\n")).isFalse();
    }

    @Test
    void readsBackreferencesAndLookarounds() {
        assertThat(WholePattern.of("(a+)-\\1").matches("aa-aa")).isTrue();
        assertThat(WholePattern.of("(?=.*x).*(?<=y)").matches("axy")).isTrue();
        assertThat(WholePattern.of("(?i)team").matches("TEAM")).isTrue();
    }

    @Test
    void givesUpASearchWithoutEnd() {
        var pattern = WholePattern.of("(.*)(.*)(.*)(.*)(.*)b");

        assertThatThrownBy(() -> pattern.matches("a".repeat(256)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("too long");
    }

    @Test
    void givesUpASearchWithoutBottom() {
        var pattern = WholePattern.of("(a|b)*");

        assertThatThrownBy(() -> pattern.matches("a".repeat(40_000)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("too deep");
    }

    @Test
    void startsEverySearchAfresh() {
        var pattern = WholePattern.of("[a-z]+");

        for (int i = 0; i < 1000; i++) assertThat(pattern.matches("a".repeat(256))).isTrue();
    }

    @Test
    void showsItsText() {
        assertThat(WholePattern.of("a+").text()).isEqualTo("a+");
        assertThat(WholePattern.of("a+")).hasToString("a+");
    }
}
