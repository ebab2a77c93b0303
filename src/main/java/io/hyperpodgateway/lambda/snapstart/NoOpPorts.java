package io.hyperpodgateway.lambda.snapstart;

import io.hyperpodgateway.admission.port.CreationResult;
import io.hyperpodgateway.admission.port.EmptyOpenIntentStore;
import io.hyperpodgateway.admission.port.Ports;
import io.hyperpodgateway.admission.port.Telemetry;
import io.hyperpodgateway.audit.AuditEvent;
import io.hyperpodgateway.audit.AuditLog;
import io.hyperpodgateway.audit.WriteResult;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Ports that accept everything and store nothing, for priming.
public final class NoOpPorts implements AuditLog {

    private static final String ARN = "arn:aws:sagemaker:us-east-1:000000000000:cluster/rehearsed";

    private NoOpPorts() {}

    /// Ports without effect.
    ///
    /// @param telemetry receives failures, of which there should be none
    public static Ports ports(Telemetry telemetry) {
        return new Ports(
                new NoOpPorts(),
                new EmptyOpenIntentStore(),
                (_, _) -> new CreationResult.Made(ARN, Optional.empty()),
                (_, _) -> Optional.empty(),
                telemetry);
    }

    @Override
    public WriteResult intend(AuditEvent intent, Duration budget) {
        return new WriteResult.Recorded();
    }

    @Override
    public WriteResult conclude(AuditEvent outcome, Duration budget) {
        return new WriteResult.Recorded();
    }

    @Override
    public WriteResult append(AuditEvent event, Duration budget) {
        return new WriteResult.Recorded();
    }

    @Override
    public List<AuditEvent> eventsOf(String requestId, Duration budget) {
        return List.of();
    }
}
