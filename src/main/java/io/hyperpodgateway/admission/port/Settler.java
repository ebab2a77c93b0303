package io.hyperpodgateway.admission.port;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.RequestContext;

import java.util.Optional;

/// Finds the outcome of intents that were left open.
@FunctionalInterface
public interface Settler {

    /// Settles an intent if a lookup shows its outcome.
    ///
    /// @param intent an intent without outcome, old enough that nothing works on it any more
    /// @param context the context of the request that asks, under the intent's id
    /// @return the event with the outcome, whoever recorded it; empty while it is unknown
    Optional<AuditEvent> settle(AuditEvent intent, RequestContext context, Deadline deadline);
}
