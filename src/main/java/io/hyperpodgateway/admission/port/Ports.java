package io.hyperpodgateway.admission.port;

import io.hyperpodgateway.audit.AuditLog;

import java.util.Objects;

/// The world around the story: the record, SageMaker, and whoever must hear of trouble.
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
