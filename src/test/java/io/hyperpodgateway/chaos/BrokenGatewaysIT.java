package io.hyperpodgateway.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.chaos.ChaosRun.Result;
import io.hyperpodgateway.chaos.Invariant.InvariantViolation;
import io.hyperpodgateway.chaos.child.GatewayVariant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// Every invariant can fail: a gateway with one defect is caught within a few runs.
class BrokenGatewaysIT {

    /// A seed with which each corner case occurs early.
    private static final long SEED = 2;

    private static final int MOST_RUNS = 48;

    /// The first run that is random.
    private static final int FIRST = ChaosPlan.CELLS.size() + 1;

    @ParameterizedTest
    @CsvSource({
        "OUTCOME_BEFORE_THE_CALL, THE_RECORD_IS_TRUE",
        "INTENT_WITHOUT_CONDITION, NO_EVENT_CHANGED",
        "ABSENT_AT_THE_FIRST_LOOK, THE_RECORD_IS_TRUE",
        "CREATES_UNRECORDED, NO_CLUSTER_WITHOUT_INTENT",
        "FORGETS_ITS_KEYS, ONE_CLUSTER",
        "INTENT_WITHOUT_OPEN_ITEM, ONE_OUTCOME",
        "RECORDS_ANOTHER_ANSWER, ANSWERS_ARE_THE_RECORD",
        "REWRITES_ITS_RECORD, THE_VERIFIER_SAYS_OK"
    })
    void catchesEachBrokenGateway(GatewayVariant variant, Invariant invariant) throws IOException {
        Set<Invariant> caught = EnumSet.noneOf(Invariant.class);
        int runs = 0;
        try (var environment = new ChaosEnvironment(variant)) {
            while (!caught.contains(invariant) && runs < MOST_RUNS) {
                Result result = ChaosRun.play(environment, ChaosPlan.draw(SEED, FIRST + runs++));
                result.violations().stream()
                        .map(InvariantViolation::invariant)
                        .forEach(caught::add);
            }
        }
        System.out.printf("%s: %s after %d runs%n", variant, caught, runs);

        assertThat(caught).contains(invariant);
    }

    /// The table above has all of them.
    @Test
    void hasABrokenGatewayForEachInvariant() throws NoSuchMethodException {
        CsvSource table =
                getClass()
                        .getDeclaredMethod(
                                "catchesEachBrokenGateway", GatewayVariant.class, Invariant.class)
                        .getAnnotation(CsvSource.class);

        assertThat(Arrays.stream(table.value()).map(row -> row.split(", ")[1]))
                .contains(
                        Arrays.stream(Invariant.values())
                                .map(Invariant::name)
                                .toArray(String[]::new));
        assertThat(Arrays.stream(table.value()).map(row -> row.split(", ")[0]))
                .contains(
                        Arrays.stream(GatewayVariant.values())
                                .filter(variant -> variant != GatewayVariant.RIGHT)
                                .map(GatewayVariant::name)
                                .toArray(String[]::new));
    }
}
