package io.hyperpodgateway.admission;

import io.hyperpodgateway.admission.port.Budgets;
import io.hyperpodgateway.admission.port.Telemetry;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.audit.AuditUnavailableException;
import io.hyperpodgateway.audit.Recording;

import java.util.function.Function;

/// Puts into the record what needs no answer from it: a refusal or dry run stands, whether it could
/// be recorded or not.
final class Remembering {

    private final AuditLog log;
    private final Records records;
    private final Telemetry telemetry;

    Remembering(AuditLog log, Records records, Telemetry telemetry) {
        this.log = log;
        this.records = records;
        this.telemetry = telemetry;
    }

    void append(Submission submission, Function<Records, AuditEvent> event) {
        AuditEvent written = event.apply(records);
        try {
            Recording recording = log.append(written, Budgets.forLastWrite(submission.deadline()));
            if (recording instanceof Recording.Taken) {
                throw new IllegalStateException("two requests share the id " + written.requestId());
            }
        } catch (AuditUnavailableException e) {
            telemetry.unrecorded(records.reduced(written), e);
        }
    }
}
