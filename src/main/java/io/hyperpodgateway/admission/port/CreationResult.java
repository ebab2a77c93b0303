package io.hyperpodgateway.admission.port;

import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.finding.Finding;

import java.util.List;
import java.util.Optional;

/// What a call of CreateCluster came to.
public sealed interface CreationResult {

    /// SageMaker made the cluster.
    record Made(String clusterArn, Optional<String> awsRequestId) implements CreationResult {}

    /// SageMaker, or the way to it, certainly made none.
    ///
    /// @param problem which problem that is to the caller
    /// @param detail what happened, SageMaker's own message included where there is one
    /// @param findings the answer translated, where known
    /// @param retryHelps whether the same request may succeed later
    /// @param awsRequestId SageMaker's id of the call, if it answered
    record NotMade(
            Problem problem,
            String detail,
            List<Finding> findings,
            boolean retryHelps,
            Optional<String> awsRequestId)
            implements CreationResult {

        public NotMade {
            findings = List.copyOf(findings);
        }
    }

    /// Nobody knows yet: the connection was lost, time ran out, or the answer was a 500 or
    /// unreadable.
    record Unknown(String detail, Optional<String> awsRequestId) implements CreationResult {}
}
