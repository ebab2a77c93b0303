package io.hyperpodgateway.admission.port;

import io.hyperpodgateway.admission.outcome.Problem;

/// SageMaker could not be called about a cluster, or its answer was unusable.
public final class LookupFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;

    /// @param problem the problem, as a caller who reads sees it
    public LookupFailedException(Problem problem, String message, Throwable cause) {
        super(message, cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
