package io.hyperpodgateway.audit.verify;

/// Receives the progress of a verification.
@FunctionalInterface
public interface Progress {

    /// Reports the progress.
    ///
    /// @param items the number of items read so far
    void checked(long items);
}
