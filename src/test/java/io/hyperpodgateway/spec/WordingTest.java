package io.hyperpodgateway.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class WordingTest {

    @Test
    void tellsAsManyNamesAsFit() {
        assertThat(Wording.names(names(3), 10)).isEqualTo("n0, n1, n2");
        assertThat(Wording.names(names(5), 18)).isEqualTo("n0, n1, n2, n3, n4");
        assertThat(Wording.names(names(5), 17)).isEqualTo("n0, n1 and 3 more");
        assertThat(Wording.names(names(5), 16)).isEqualTo("n0 and 4 more");
        assertThat(Wording.names(names(5), 0)).isEqualTo("n0 and 4 more");
        assertThat(Wording.names(List.of(), 10)).isEqualTo("nothing");
        assertThat(Wording.names(List.of("only"), 2)).isEqualTo("only");
    }

    @Test
    void tellsTenItems() {
        assertThat(Wording.list(names(10))).endsWith("n8, n9");
        assertThat(Wording.list(names(11))).endsWith("n8, n9 and 1 more");
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "n" + i).toList();
    }
}
