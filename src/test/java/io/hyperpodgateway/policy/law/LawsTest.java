package io.hyperpodgateway.policy.law;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.stream.LongStream;

/// Holds the policy against its laws in random situations. The system properties `policy.seed` and
/// `policy.situations` set the first seed and how many follow it; a failure tells its own.
class LawsTest {

    private static final long FIRST = Long.getLong("policy.seed", 20_261_123L);
    private static final int SITUATIONS = Integer.getInteger("policy.situations", 100);
    private static final int UNTIL_BROKEN = 3_000;

    @ParameterizedTest
    @EnumSource
    void holds(Law law) {
        for (long seed : seeds().toArray()) {
            assertThat(law.holds(new RandomSituation(seed), new PolicyDecider()))
                    .as("%s in the situation of -Dpolicy.seed=%d", law, seed)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void isSeenToBeBroken(BrokenDecider decider) {
        assertThat(
                        LongStream.range(FIRST, FIRST + UNTIL_BROKEN)
                                .filter(seed -> breaks(decider, seed))
                                .findFirst())
                .isPresent();
    }

    @Test
    void triesDenialsAndAllowances() {
        long denied =
                seeds().mapToObj(RandomSituation::new)
                        .filter(randomSituation ->
                                new PolicyDecider()
                                        .decide(
                                                randomSituation.rules(),
                                                randomSituation,
                                                randomSituation.request())
                                        .denied())
                        .count();

        assertThat(denied).isBetween(SITUATIONS / 4L, SITUATIONS * 3L / 4);
    }

    private static boolean breaks(BrokenDecider decider, long seed) {
        return !decider.broken().holds(new RandomSituation(seed), decider);
    }

    private static LongStream seeds() {
        return LongStream.range(FIRST, FIRST + SITUATIONS);
    }
}
