package io.hyperpodgateway.admission.port;

import io.hyperpodgateway.json.JsonObject;

import java.time.Duration;

/// Asks SageMaker for a cluster, once.
public interface ClusterCreator {

    /// Calls CreateCluster. Never sends twice what may have been acted on. Foreseeable failures are
    /// values.
    ///
    /// @param request the effective request, in CreateCluster's members
    /// @param budget the time that the call may take
    CreationResult create(JsonObject request, Duration budget);
}
