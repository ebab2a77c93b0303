package io.hyperpodgateway.admission.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

class EmptyOpenIntentStoreTest {

    private static final Duration BUDGET = Duration.ofSeconds(1);
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final OpenIntentStore store = new EmptyOpenIntentStore();

    @Test
    void findsAndListsNothing() {
        assertThat(store.find("r-1", BUDGET)).isEmpty();
        assertThat(store.all(BUDGET).items()).isEmpty();
        assertThat(store.all(BUDGET).unreadable()).isEmpty();
    }

    /// So no absence is ever found a second time, which would settle the intent.
    @Test
    void keepsNoAbsence() {
        var entry = new OpenIntentEntry("r-1", 1, NOON, "ml-1", "0".repeat(64), Optional.empty());

        assertThat(store.keepFirstAbsence(entry, NOON, BUDGET)).isFalse();
        assertThat(store.find("r-1", BUDGET)).isEmpty();
    }
}
