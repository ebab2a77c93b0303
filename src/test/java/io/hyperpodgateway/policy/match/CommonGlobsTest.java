package io.hyperpodgateway.policy.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class CommonGlobsTest {

    private static final Globs TYPES = Globs.of("ml.t3.*", "ml.m5.*", "ml.g5.*");

    @Test
    void keepsOneListAsItIs() {
        assertThat(common(TYPES)).containsExactly(TYPES);
        assertThat(common(TYPES, TYPES)).containsExactly(TYPES);
    }

    @Test
    void tellsTheNarrowerGlobs() {
        assertThat(common(TYPES, Globs.of("ml.g5.xlarge", "ml.m*", "ml.p5.*")))
                .containsExactly(Globs.of("ml.m5.*", "ml.g5.xlarge"));
    }

    @Test
    void tellsThatNothingIsOnBoth() {
        assertThat(common(TYPES, Globs.of("ml.p5.*"))).containsExactly(Globs.of());
        assertThat(common(TYPES, Globs.of())).containsExactly(Globs.of());
    }

    @Test
    void keepsListsApartThatNoGlobUnites() {
        var sizes = Globs.of("ml.*.xlarge");

        assertThat(common(TYPES, sizes)).containsExactly(TYPES, sizes);
        assertThat(common(TYPES, sizes, Globs.of("ml.g5.xlarge")))
                .containsExactly(Globs.of("ml.g5.xlarge"));
    }

    @Test
    void looksAtSixteenListsAndCountsTheOthers() {
        List<Globs> lists = IntStream.range(0, 20).mapToObj(i -> Globs.of("*" + i + "*")).toList();

        CommonGlobs common = CommonGlobs.of(lists);

        assertThat(common.lists()).hasSize(16);
        assertThat(common.others()).isEqualTo(4);
    }

    @Test
    void leavesLongListsApart() {
        String[] many = IntStream.range(0, 201).mapToObj(i -> "t" + i).toArray(String[]::new);
        var two = Globs.of("t1", "t2");

        assertThat(common(Globs.of(many), two)).hasSize(2);
    }

    private static List<Globs> common(Globs... lists) {
        return CommonGlobs.of(List.of(lists)).lists();
    }
}
