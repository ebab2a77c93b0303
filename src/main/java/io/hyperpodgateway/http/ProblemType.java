package io.hyperpodgateway.http;

import io.hyperpodgateway.admission.outcome.Problem;

import java.util.Optional;

/// A problem's form over HTTP.
///
/// @param status the status code
/// @param title the problem in a few words, always the same
/// @param retryAfter seconds until a retry, if that helps
record ProblemType(int status, String title, Optional<Integer> retryAfter) {

    static ProblemType of(Problem problem) {
        return switch (problem) {
            case MALFORMED_REQUEST -> plain(400, "The request is not well-formed");
            case UNIDENTIFIED -> plain(401, "The caller is not identified");
            case POLICY_DENIED -> plain(403, "The organisation's policy does not allow this");
            case NOT_FOUND -> plain(404, "There is no such thing, or none that you may read");
            case METHOD_NOT_ALLOWED -> plain(405, "This path does not take that method");
            case CLUSTER_EXISTS -> plain(409, "The name is taken by another cluster");
            case REQUEST_IN_PROGRESS -> retry(409, "The same request is in progress", 2);
            case PAYLOAD_TOO_LARGE -> plain(413, "The body is too large");
            case UNSUPPORTED_MEDIA_TYPE -> plain(415, "The body's media type is not supported");
            case INVALID_REQUEST -> plain(422, "The request breaks AWS's specification");
            case IDEMPOTENCY_KEY_REUSED -> plain(422, "The key was used for another request");
            case REJECTED_BY_SAGEMAKER -> plain(422, "SageMaker rejected the request");
            case RESOURCE_LIMIT_EXCEEDED -> plain(429, "An AWS quota does not allow this");
            case THROTTLED -> retry(429, "AWS throttled the request", 5);
            case INTERNAL -> plain(500, "The gateway failed");
            case GATEWAY_MISCONFIGURED -> plain(502, "The gateway is not set up correctly");
            case SAGEMAKER_UNAVAILABLE ->
                    retry(503, "SageMaker could not be reached, or did not answer", 5);
            case AUDIT_UNAVAILABLE -> retry(503, "The record could not be read or written", 5);
            case OUTCOME_UNKNOWN ->
                    retry(504, "Whether the cluster was created is not known yet", 60);
        };
    }

    private static ProblemType plain(int status, String title) {
        return new ProblemType(status, title, Optional.empty());
    }

    private static ProblemType retry(int status, String title, int seconds) {
        return new ProblemType(status, title, Optional.of(seconds));
    }
}
