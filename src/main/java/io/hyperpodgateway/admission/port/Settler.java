package io.hyperpodgateway.admission.port;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.RequestContext;

import java.util.Optional;

/// Finds out what came of intents that were left open.
@FunctionalInterface
public interface Settler {

    /// Settles an intent, if a look tells what came of it.
    ///
    /// @param intent an intent without outcome, old enough that nobody works on it any more
    /// @param context the circumstances of who wants to know, under the intent's id
    /// @return the event that says what came of it, whoever put it there; empty while nobody knows
    Optional<AuditEvent> settle(AuditEvent intent, RequestContext context, Deadline deadline);
}
