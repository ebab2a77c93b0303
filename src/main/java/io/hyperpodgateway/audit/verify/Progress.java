package io.hyperpodgateway.audit.verify;

/// Is told how far a walk has come.
@FunctionalInterface
public interface Progress {

    /// Tells that the walk goes on.
    ///
    /// @param items how many items were looked at so far
    void checked(long items);
}
