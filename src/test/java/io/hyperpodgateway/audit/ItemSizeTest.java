package io.hyperpodgateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import org.junit.jupiter.api.Test;

class ItemSizeTest {

    @Test
    void countsNamesAndStringsByTheirBytes() {
        assertThat(ItemSize.of(JsonObject.of("name", Json.of("é")))).isEqualTo(6);
    }

    @Test
    void countsANumberByHalfItsDigits() {
        assertThat(ItemSize.of(JsonObject.of("n", Json.of(1234)))).isEqualTo(1 + 4);
    }

    @Test
    void countsALongTextAsItIsStored() {
        String text = "a".repeat(100_000);

        assertThat(ItemSize.of(JsonObject.of("body", Json.of(text))))
                .isEqualTo("bodyGzip".length() + LongText.gzip(text).length)
                .isLessThan(1_000);
    }

    @Test
    void fitsWhatIsLongButCompressesWell() {
        JsonObject attributes = JsonObject.of("body", Json.of("a".repeat(1_000_000)));

        assertThat(ItemSize.fitsOneItem(attributes)).isTrue();
    }

    @Test
    void fitsTheLargestBodyAloneAndNotTwice() {
        JsonObject once = JsonObject.of("body", Json.of(LargestRequest.text()));
        JsonObject twice = once.with("request", Json.of(LargestRequest.text()));

        assertThat(ItemSize.fitsOneItem(once)).isTrue();
        assertThat(ItemSize.fitsOneItem(twice)).isFalse();
    }

    @Test
    void storesStringsAndIntegersOnly() {
        JsonObject attributes = JsonObject.of("flag", Json.of(true));

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> ItemSize.fitsOneItem(attributes));
    }
}
