package io.hyperpodgateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

import java.io.UncheckedIOException;

class LongTextTest {

    @Test
    void isLongByItsBytesNotItsCharacters() {
        assertThat(LongText.isLong("a".repeat(4096))).isFalse();
        assertThat(LongText.isLong("a".repeat(4097))).isTrue();
        assertThat(LongText.isLong("é".repeat(2049))).isTrue();
    }

    @Test
    void comesBackPlain() {
        String text = LargestRequest.text();

        assertThat(LongText.gunzip(LongText.gzip(text))).isEqualTo(text);
    }

    @Test
    void refusesWhatUnpacksToMoreThanAnyTextOfOurs() {
        assertThat(LongText.gunzip(LongText.gzip("a".repeat(8 << 20)))).hasSize(8 << 20);
        byte[] bomb = LongText.gzip("a".repeat((8 << 20) + 1));
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> LongText.gunzip(bomb));
    }

    @Test
    void refusesWhatIsNotGzipped() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> LongText.gunzip(new byte[] {1, 2, 3}));
    }
}
