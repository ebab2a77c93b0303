package io.hyperpodgateway.admission.port;

import io.hyperpodgateway.audit.AuditLog;

import java.util.Objects;

/// What admission calls: the record, SageMaker, and telemetry.
public record Ports(
        AuditLog log,
        OpenIntentStore openIntentStore,
        ClusterCreator creator,
        ClusterLookup lookup,
        Telemetry telemetry) {

    public Ports {
        Objects.requireNonNull(log);
        Objects.requireNonNull(openIntentStore);
        Objects.requireNonNull(creator);
        Objects.requireNonNull(lookup);
        Objects.requireNonNull(telemetry);
    }
}
