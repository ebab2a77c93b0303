package io.hyperpodgateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hyperpodgateway.audit.FailingAuditLog.LogMethod;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class FailingAuditLogTest {

    private static final Duration BUDGET = Duration.ofSeconds(1);
    private static final AuditEvent INTENT = SampleEvents.intent("r-1");

    private final InMemoryAuditLog log = new InMemoryAuditLog();

    @Test
    void failsTheGivenCalls() {
        var failing = FailingAuditLog.refusing(log, LogMethod.INTEND, LogMethod.EVENTS_OF);

        assertThatExceptionOfType(AuditUnavailableException.class)
                .isThrownBy(() -> failing.intend(INTENT, BUDGET));
        assertThatExceptionOfType(AuditUnavailableException.class)
                .isThrownBy(() -> failing.eventsOf("r-1", BUDGET));
        assertThat(log.events()).isEmpty();
    }

    @Test
    void losesTheGivenAnswers() {
        var failing = FailingAuditLog.losingAnswers(log, LogMethod.INTEND);

        assertThatExceptionOfType(AuditUnavailableException.class)
                .isThrownBy(() -> failing.intend(INTENT, BUDGET));
        assertThat(log.events()).containsExactly(INTENT);
    }

    @Test
    void isTheOtherRecordOtherwise() {
        var failing = FailingAuditLog.refusing(log);
        failing.intend(INTENT, BUDGET);
        failing.conclude(SampleEvents.outcome(INTENT, "created"), BUDGET);
        failing.append(SampleEvents.refusal("r-2", "policy-denied"), BUDGET);

        assertThat(failing.eventsOf("r-1", BUDGET)).hasSize(2);
        assertThat(log.events()).hasSize(3);
    }
}
