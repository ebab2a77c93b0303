package io.hyperpodgateway.audit.verify;

/// Is told how far a walk has come.
@FunctionalInterface
public interface Progress {

    /// @param items how many items were looked at so far
    void walked(long items);
}
