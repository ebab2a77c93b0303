package io.hyperpodgateway.admission.settlement;

import io.hyperpodgateway.audit.AuditEvent;

import java.util.Objects;

/// What a look at an open intent came to.
public sealed interface SettlementResult {

    /// The intent has an outcome.
    ///
    /// @param event the event that tells it and stands in the record, whoever put it there
    record Settled(AuditEvent event) implements SettlementResult {

        public Settled {
            Objects.requireNonNull(event);
        }
    }

    /// Nobody knows yet.
    ///
    /// @param why in words, for the log
    record StillOpen(Cause cause, String why) implements SettlementResult {

        public StillOpen {
            Objects.requireNonNull(cause);
            Objects.requireNonNull(why);
        }
    }

    /// What keeps an intent open.
    enum Cause {
        /// The function that wrote it may still be at it.
        YOUNG,
        /// It was meant for another Region or account.
        ELSEWHERE,
        /// There is no cluster, which does not count yet.
        ABSENT,
        /// The cluster of that name is going.
        DELETING,
        /// The cluster does not say whose it is: a person must.
        UNTAGGED,
        /// SageMaker asks for patience.
        THROTTLED,
        /// SageMaker could not be asked, or refused.
        UNSEEN,
        /// The record could not be read or written.
        UNRECORDED,
        /// A bug of the gateway.
        FAILED,
        /// The record contradicts itself, or does not hold the intent: a person must look.
        BROKEN
    }
}
