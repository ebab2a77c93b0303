package io.hyperpodgateway.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "-0", "1", "-1", "6758", "9223372036854775807", "-9223372036854775808"})
    void isAnIntegerThatFits(String digits) {
        assertThat(new JsonNumber(digits).isInteger()).isTrue();
        assertThat(new JsonNumber(digits).asLong()).contains(Long.parseLong(digits));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "99999999999999999999"})
    void isAnIntegerThatFitsNoLong(String digits) {
        assertThat(new JsonNumber(digits).isInteger()).isTrue();
        assertThat(new JsonNumber(digits).asLong()).isEmpty();
    }

    @Test
    void isAnIntegerHoweverLong() {
        var number = new JsonNumber("-" + "9".repeat(300_000));

        assertThat(number.isInteger()).isTrue();
        assertThat(number.asLong()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1e2", "1E0", "-0.0", "1e999999999", "-", ""})
    void isNoInteger(String digits) {
        assertThat(new JsonNumber(digits).isInteger()).isFalse();
        assertThat(new JsonNumber(digits).asLong()).isEmpty();
    }
}
