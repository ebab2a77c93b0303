package io.hyperpodgateway.admission.port;

import io.hyperpodgateway.json.JsonObject;

import java.time.Duration;

/// Creates clusters in SageMaker.
public interface ClusterCreator {

    /// Calls CreateCluster. A request that SageMaker may have acted on is never sent twice.
    /// Foreseeable failures are values.
    ///
    /// @param request the effective request, in CreateCluster's members
    /// @param budget the time that the call may take
    CreationResult create(JsonObject request, Duration budget);
}
