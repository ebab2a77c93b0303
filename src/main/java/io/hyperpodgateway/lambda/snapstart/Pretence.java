package io.hyperpodgateway.lambda.snapstart;

import io.hyperpodgateway.admission.port.Creation;
import io.hyperpodgateway.admission.port.OpenItem;
import io.hyperpodgateway.admission.port.OpenItems;
import io.hyperpodgateway.admission.port.Ports;
import io.hyperpodgateway.admission.port.Telemetry;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.audit.Recording;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A world that takes everything and keeps nothing, for a rehearsal.
public final class Pretence implements AuditLog, OpenItems {

    private static final String ARN = "arn:aws:sagemaker:us-east-1:000000000000:cluster/rehearsed";

    private Pretence() {}

    /// Ports that lead nowhere.
    ///
    /// @param telemetry told of trouble, of which there should be none
    public static Ports ports(Telemetry telemetry) {
        var pretence = new Pretence();
        return new Ports(
                pretence,
                pretence,
                (_, _) -> new Creation.Made(ARN, Optional.empty()),
                (_, _) -> Optional.empty(),
                telemetry);
    }

    @Override
    public Recording intend(AuditEvent intent, Duration budget) {
        return new Recording.Recorded();
    }

    @Override
    public Recording conclude(AuditEvent outcome, Duration budget) {
        return new Recording.Recorded();
    }

    @Override
    public Recording append(AuditEvent event, Duration budget) {
        return new Recording.Recorded();
    }

    @Override
    public List<AuditEvent> eventsOf(String requestId, Duration budget) {
        return List.of();
    }

    @Override
    public Optional<OpenItem> find(String requestId, Duration budget) {
        return Optional.empty();
    }

    @Override
    public boolean keepFirstAbsence(OpenItem item, Instant at, Duration budget) {
        return false;
    }

    @Override
    public Backlog all(Duration budget) {
        return new Backlog(List.of(), List.of());
    }
}
