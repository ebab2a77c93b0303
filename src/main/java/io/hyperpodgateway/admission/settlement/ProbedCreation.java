package io.hyperpodgateway.admission.settlement;

import io.hyperpodgateway.admission.port.ClusterLookup.Cluster;
import io.hyperpodgateway.admission.port.CreationResult;

import java.util.Objects;
import java.util.Optional;

/// What a call of CreateCluster came to, after a look at the cluster where one was needed.
///
/// @param nameHolder the cluster that has the name and that the call did not make, if one was seen
public record ProbedCreation(CreationResult creation, Optional<Cluster> nameHolder) {

    public ProbedCreation {
        Objects.requireNonNull(creation);
        Objects.requireNonNull(nameHolder);
    }

    static ProbedCreation of(CreationResult creation) {
        return new ProbedCreation(creation, Optional.empty());
    }
}
