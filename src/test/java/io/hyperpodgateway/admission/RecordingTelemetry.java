package io.hyperpodgateway.admission;

import io.hyperpodgateway.admission.port.Telemetry;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.RequestContext;

import java.util.ArrayList;
import java.util.List;

/// Keeps what was reported.
public final class RecordingTelemetry implements Telemetry {

    private final List<AuditEvent> unrecorded = new ArrayList<>();
    private final List<AuditEvent> open = new ArrayList<>();
    private final List<Exception> unread = new ArrayList<>();
    private final List<String> undecided = new ArrayList<>();
    private final List<RuntimeException> bugs = new ArrayList<>();

    @Override
    public void eventNotRecorded(AuditEvent event, Exception cause) {
        unrecorded.add(event);
    }

    @Override
    public void intentLeftOpen(AuditEvent intent, String why) {
        open.add(intent);
    }

    @Override
    public void rulesUndecided(RequestContext context, List<String> rules) {
        undecided.addAll(rules);
    }

    public List<String> undecided() {
        return undecided;
    }

    @Override
    public void internalError(RequestContext context, RuntimeException thrown) {
        bugs.add(thrown);
    }

    public List<AuditEvent> unrecorded() {
        return unrecorded;
    }

    public List<AuditEvent> open() {
        return open;
    }

    @Override
    public void recordNotRead(RequestContext context, Exception cause) {
        unread.add(cause);
    }

    public List<Exception> unread() {
        return unread;
    }

    public List<RuntimeException> bugs() {
        return bugs;
    }
}
