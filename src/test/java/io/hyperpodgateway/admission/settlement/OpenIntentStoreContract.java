package io.hyperpodgateway.admission.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperpodgateway.admission.port.OpenIntentEntry;
import io.hyperpodgateway.admission.port.OpenIntentStore;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.audit.SampleEvents;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// The contract of open intent stores, run against the fake and the real one.
public abstract class OpenIntentStoreContract {

    protected static final Duration BUDGET = Duration.ofSeconds(20);
    protected static final Instant LATER = Instant.parse("2026-11-23T10:15:00.000000001Z");

    protected final String requestId = "r-" + UUID.randomUUID();
    protected final AuditEvent intent = SampleEvents.intent(requestId);

    protected abstract AuditLog log();

    protected abstract OpenIntentStore store();

    @Test
    void findsWhatAnIntentOpened() {
        log().intend(intent, BUDGET);

        assertThat(store().find(requestId, BUDGET))
                .contains(
                        new OpenIntentEntry(
                                requestId,
                                1,
                                Instant.parse("2026-11-23T10:00:00Z"),
                                "ml-1",
                                intent.sha256(),
                                Optional.empty()));
        assertThat(store().all(BUDGET).items())
                .extracting(OpenIntentEntry::requestId)
                .contains(requestId);
    }

    @Test
    void findsNothingOnceThereIsAnOutcome() {
        log().intend(intent, BUDGET);
        log().conclude(SampleEvents.outcome(intent, "created"), BUDGET);

        assertThat(store().find(requestId, BUDGET)).isEmpty();
    }

    @Test
    void keepsTheFirstAbsenceAndNoOther() {
        log().intend(intent, BUDGET);
        OpenIntentEntry entry = store().find(requestId, BUDGET).orElseThrow();

        assertThat(store().keepFirstAbsence(entry, LATER, BUDGET)).isTrue();
        assertThat(store().keepFirstAbsence(entry, LATER.plusSeconds(60), BUDGET)).isFalse();

        assertThat(store().find(requestId, BUDGET).orElseThrow().firstAbsentAt()).contains(LATER);
    }

    @Test
    void keepsNoAbsenceOfWhatIsClosed() {
        log().intend(intent, BUDGET);
        OpenIntentEntry entry = store().find(requestId, BUDGET).orElseThrow();
        log().conclude(SampleEvents.outcome(intent, "created"), BUDGET);

        assertThat(store().keepFirstAbsence(entry, LATER, BUDGET)).isFalse();
        assertThat(store().find(requestId, BUDGET)).isEmpty();
    }

    @Test
    void keepsNoAbsenceOfAnotherIntent() {
        log().intend(intent, BUDGET);
        OpenIntentEntry entry = store().find(requestId, BUDGET).orElseThrow();
        var anothers =
                new OpenIntentEntry(
                        requestId, 3, entry.at(), entry.clusterName(), "other", Optional.empty());

        assertThat(store().keepFirstAbsence(anothers, LATER, BUDGET)).isFalse();
        assertThat(store().find(requestId, BUDGET)).contains(entry);
    }
}
