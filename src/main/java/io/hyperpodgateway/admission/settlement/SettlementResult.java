package io.hyperpodgateway.admission.settlement;

import io.hyperpodgateway.audit.AuditEvent;

import java.util.Objects;

/// The result of one attempt to settle an intent.
public sealed interface SettlementResult {

    /// The intent has an outcome.
    ///
    /// @param event the event with the outcome, whoever recorded it
    record Settled(AuditEvent event) implements SettlementResult {

        public Settled {
            Objects.requireNonNull(event);
        }
    }

    /// The outcome is not known yet.
    ///
    /// @param why for the log
    record StillOpen(SettlementCause cause, String why) implements SettlementResult {

        public StillOpen {
            Objects.requireNonNull(cause);
            Objects.requireNonNull(why);
        }
    }

    /// Why an intent stays open.
    enum SettlementCause {
        /// The function that recorded it may still be working on it.
        YOUNG,
        /// It belongs to another Region or account.
        ELSEWHERE,
        /// There is no cluster, but it is too early to count.
        ABSENT,
        /// The cluster of that name is being deleted.
        DELETING,
        /// The cluster has no tag: a person must look into it.
        UNTAGGED,
        /// SageMaker throttles.
        THROTTLED,
        /// SageMaker could not be called, or refused.
        UNSEEN,
        UNRECORDED,
        /// A bug of the gateway.
        FAILED,
        /// The record contradicts itself, or lacks the intent: a person must look into it.
        BROKEN
    }
}
