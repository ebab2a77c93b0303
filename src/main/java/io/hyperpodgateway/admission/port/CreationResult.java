package io.hyperpodgateway.admission.port;

import io.hyperpodgateway.admission.outcome.Problem;
import io.hyperpodgateway.finding.Finding;

import java.util.List;
import java.util.Optional;

/// The result of a call of CreateCluster.
public sealed interface CreationResult {

    /// SageMaker created the cluster.
    record Made(String clusterArn, Optional<String> awsRequestId) implements CreationResult {}

    /// It is certain that no cluster was created.
    ///
    /// @param problem the problem, as the caller sees it
    /// @param detail what happened, with SageMaker's own message if there is one
    /// @param findings the translated answer, if it is known
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

    /// The result is not known yet: the connection was lost, time ran out, or the answer was a 500
    /// or unreadable.
    record Unknown(String detail, Optional<String> awsRequestId) implements CreationResult {}
}
