package io.hyperpodgateway.admission;

import io.hyperpodgateway.admission.port.Budgets;
import io.hyperpodgateway.admission.port.Telemetry;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.WriteResult;

import java.util.function.Function;

/// Records what does not depend on the record: a refusal or a dry run is answered whether or not it
/// could be recorded.
final class BestEffortAudit {

    private final AuditLog log;
    private final AuditEventFactory events;
    private final Telemetry telemetry;

    BestEffortAudit(AuditLog log, AuditEventFactory events, Telemetry telemetry) {
        this.log = log;
        this.events = events;
        this.telemetry = telemetry;
    }

    void append(Submission submission, Function<AuditEventFactory, AuditEvent> event) {
        AuditEvent written = event.apply(events);
        try {
            WriteResult writeResult =
                    log.append(written, Budgets.forLastWrite(submission.deadline()));
            if (writeResult instanceof WriteResult.Taken) {
                throw new IllegalStateException("two requests share the id " + written.requestId());
            }
        } catch (AuditUnavailableException e) {
            telemetry.eventNotRecorded(events.reduced(written), e);
        }
    }
}
