package io.hyperpodgateway.audit.list;

import java.util.Optional;

/// Of which requests a list is, and so from which index it is read.
public sealed interface Scope {

    /// One principal's, from `byPrincipal`.
    ///
    /// @param clusterName only those for a cluster of that name
    record OfPrincipal(String principal, Optional<String> clusterName) implements Scope {}

    /// Those for clusters of one name, from `byCluster`.
    ///
    /// @param principal only those of that principal
    record OfCluster(String clusterName, Optional<String> principal) implements Scope {}

    /// All, nobody's among them, from `byDay`.
    record Everything() implements Scope {}
}
