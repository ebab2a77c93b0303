package io.hyperpodgateway.audit.list;

import java.util.Optional;

/// Which requests a list contains, and so which index is read.
public sealed interface Scope {

    /// The requests of one principal, from `byPrincipal`.
    ///
    /// @param clusterName only those for a cluster of that name
    record OfPrincipal(String principal, Optional<String> clusterName) implements Scope {}

    /// The requests for clusters of one name, from `byCluster`.
    ///
    /// @param principal only those of that principal
    record OfCluster(String clusterName, Optional<String> principal) implements Scope {}

    /// All requests, including those without an identified caller, from `byDay`.
    record Everything() implements Scope {}
}
