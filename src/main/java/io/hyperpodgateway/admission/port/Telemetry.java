package io.hyperpodgateway.admission.port;

import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.RequestContext;

import java.util.List;

/// Told what an operator must hear of at once.
public interface Telemetry {

    /// An event could not be put into the record and now stands in the log alone.
    ///
    /// @param event the event in its smaller form: without `body`, `request`, `userAgent` and the
    ///   words of its findings, hashed so
    /// @param cause why the record did not take it
    void eventNotRecorded(AuditEvent event, Exception cause);

    /// An intent stays open: nobody knows yet what came of it.
    void intentLeftOpen(AuditEvent intent, String why);

    /// What a caller asked to read could not be read.
    void recordNotRead(RequestContext context, Exception cause);

    /// Rules of the policy could not be decided, because their checks fail.
    ///
    /// @param rules their ids
    void rulesUndecided(RequestContext context, List<String> rules);

    /// Something was thrown that no room foresaw.
    void internalError(RequestContext context, RuntimeException thrown);
}
