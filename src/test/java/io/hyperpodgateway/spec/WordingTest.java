package io.hyperpodgateway.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class WordingTest {

    @Test
    void tellsAllNamesWhereThereAreFew() {
        assertThat(Wording.names(names(25))).endsWith("n22, n23, n24");
        assertThat(Wording.names(names(26))).endsWith("n8, n9 and 16 more");
        assertThat(Wording.names(List.of())).isEqualTo("nothing");
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
