package io.hyperpodgateway.admission.port;

import io.hyperpodgateway.admission.outcome.Problem;

/// SageMaker could not be asked about a cluster, or its answer was of no use.
public final class LookupFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;

    /// @param problem which problem that is to a caller who wanted to read
    public LookupFailedException(Problem problem, String message, Throwable cause) {
        super(message, cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
