package io.hyperpodgateway.admission.settlement;

import io.hyperpodgateway.admission.port.ClusterLookup.Cluster;
import io.hyperpodgateway.admission.port.CreationResult;

import java.util.Objects;
import java.util.Optional;

/// The result of a call of CreateCluster, after a lookup of the cluster if one was needed.
///
/// @param nameHolder the cluster that has the name and was not created by the call, if one was
///   found
public record ProbedCreation(CreationResult creation, Optional<Cluster> nameHolder) {

    public ProbedCreation {
        Objects.requireNonNull(creation);
        Objects.requireNonNull(nameHolder);
    }

    static ProbedCreation of(CreationResult creation) {
        return new ProbedCreation(creation, Optional.empty());
    }
}
