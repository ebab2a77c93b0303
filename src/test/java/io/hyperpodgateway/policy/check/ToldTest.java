package io.hyperpodgateway.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.json.JsonPointer;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;

class ToldTest {

    @Test
    void cutsValuesAtAHundredCharacters() {
        assertThat(Told.value("x".repeat(100))).isEqualTo("x".repeat(100));
        assertThat(Told.value("x".repeat(101))).isEqualTo("x".repeat(100) + "…");
        assertThat(Told.value("\n".repeat(101))).hasSize(101);
        assertThat(Told.value("")).isEqualTo("\"\"");
    }

    @Test
    void showsWhatCannotBeSeen() {
        assertThat(Told.value("a\u202eb\u0007")).isEqualTo("a\\u202eb\\u0007");
    }

    @Test
    void cutsListsAtTenItems() {
        assertThat(Told.list(List.of())).isEqualTo("nothing");
        assertThat(Told.list(Collections.nCopies(10, "a"))).doesNotContain("more");
        assertThat(Told.list(Collections.nCopies(11, "a"))).endsWith("a, a and 1 more");
    }

    @Test
    void cutsListsWhereASentenceEnds() {
        assertThat(Told.list(Collections.nCopies(9, "x".repeat(60)))).endsWith("x and 7 more");
        assertThat(Told.list(List.of("x".repeat(500), "b"))).hasSizeLessThan(160);
    }

    @Test
    void keepsViolationsUnderThreeHundredCharacters() {
        var violation = new Violation(JsonPointer.ROOT, "x".repeat(500));

        assertThat(violation.message()).hasSize(299);
    }
}
