package io.hyperpodgateway.admission.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class BudgetsTest {

    private Duration remaining = Duration.ofSeconds(28);

    @Test
    void givesTheKeysLookupAndTheIntentSixSecondsTogether() {
        Deadline untilIntended = Budgets.untilIntended(() -> remaining);
        assertThat(Budgets.forKeyLookup(untilIntended)).isEqualTo(Duration.ofSeconds(4));
        assertThat(Budgets.forIntent(untilIntended)).isEqualTo(Duration.ofSeconds(6));

        pass(Duration.ofMillis(3_500));

        assertThat(Budgets.forIntent(untilIntended)).isEqualTo(Duration.ofMillis(2_500));
    }

    @Test
    void leavesTheIntentALittleWhereTheLookupTookAll() {
        Deadline untilIntended = Budgets.untilIntended(() -> remaining);

        pass(Duration.ofSeconds(7));

        assertThat(Budgets.forIntent(untilIntended)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void leavesTimeToSayThatItFailed() {
        remaining = Duration.ofSeconds(3);

        Deadline untilIntended = Budgets.untilIntended(() -> remaining);

        assertThat(untilIntended.remaining()).isEqualTo(Duration.ofMillis(2_500));
        assertThat(Budgets.forKeyLookup(untilIntended)).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void countsFromNowOn() {
        Deadline untilIntended = Budgets.untilIntended(() -> remaining);
        pass(Duration.ofSeconds(1));
        Duration left = untilIntended.remaining();
        pass(Duration.ofSeconds(4));

        assertThat(Budgets.within(() -> remaining, left).remaining())
                .isEqualTo(Duration.ofSeconds(5));
    }

    private void pass(Duration time) {
        remaining = remaining.minus(time);
    }
}
