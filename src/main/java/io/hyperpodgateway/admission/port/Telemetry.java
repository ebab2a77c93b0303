package io.hyperpodgateway.admission.port;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.RequestContext;

import java.util.List;

/// Reports to the operator.
public interface Telemetry {

    /// An event could not be recorded and is only in the log.
    ///
    /// @param event the event in its reduced form: without `body`, `request`, `userAgent` and the
    ///   messages of its findings
    /// @param cause why it could not be recorded
    void eventNotRecorded(AuditEvent event, Exception cause);

    /// An intent stays open: its outcome is not known yet.
    void intentLeftOpen(AuditEvent intent, String why);

    /// The record could not be read for a caller.
    void recordNotRead(RequestContext context, Exception cause);

    /// Rules of the policy could not be decided because their checks failed.
    ///
    /// @param rules their ids
    void rulesUndecided(RequestContext context, List<String> rules);

    /// An unexpected exception was thrown.
    void internalError(RequestContext context, RuntimeException thrown);
}
