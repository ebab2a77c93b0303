package io.hyperpodgateway.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

class ExcerptTest {

    @Test
    void cutsValuesAtAHundredCharacters() {
        assertThat(Excerpt.value("x".repeat(100))).isEqualTo("x".repeat(100));
        assertThat(Excerpt.value("x".repeat(101))).isEqualTo("x".repeat(100) + "…");
        assertThat(Excerpt.value("\n".repeat(101))).hasSize(101);
        assertThat(Excerpt.value("")).isEqualTo("\"\"");
    }

    @Test
    void escapesWhatCannotBeSeen() {
        assertThat(Excerpt.value("a\u202eb\u0007")).isEqualTo("a\\u202eb\\u0007");
    }

    @Test
    void quotesAsJsonDoes() {
        assertThat(Excerpt.quoted("a\"b\\c\n\u0001é")).isEqualTo("\"a\\\"b\\\\c\\n\\u0001é\"");
        assertThat(Excerpt.quoted("x".repeat(61))).isEqualTo("\"" + "x".repeat(60) + "…\"");
    }

    @Test
    void listsAsManyItemsAsFit() {
        assertThat(Excerpt.list(names(3), 10)).isEqualTo("n0, n1, n2");
        assertThat(Excerpt.list(names(5), 18)).isEqualTo("n0, n1, n2, n3, n4");
        assertThat(Excerpt.list(names(5), 17)).isEqualTo("n0, n1 and 3 more");
        assertThat(Excerpt.list(names(5), 16)).isEqualTo("n0 and 4 more");
        assertThat(Excerpt.list(names(5), 0)).isEqualTo("n0 and 4 more");
        assertThat(Excerpt.list(List.of(), 10)).isEqualTo("nothing");
        assertThat(Excerpt.list(List.of("only"), 2)).isEqualTo("only");
    }

    @Test
    void cutsListsWhereASentenceEnds() {
        assertThat(Excerpt.list(Collections.nCopies(9, "x".repeat(60)))).endsWith("x and 7 more");
        assertThat(Excerpt.list(List.of("x".repeat(500), "b"))).hasSizeLessThan(160);
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "n" + i).toList();
    }
}
