package io.hyperpodgateway.audit;

import java.util.Objects;
import java.util.Optional;

/// The source of a request, from the event.
///
/// @param accountId the account of the API, 12 digits
/// @param sourceIp the caller's address
/// @param userAgent the `User-Agent` of the request
/// @param apiRequestId API Gateway's id of the request
/// @param lambdaRequestId Lambda's id of the invocation
public record RequestSource(
        Optional<String> accountId,
        Optional<String> sourceIp,
        Optional<String> userAgent,
        Optional<String> apiRequestId,
        Optional<String> lambdaRequestId) {

    public static final RequestSource UNKNOWN =
            new RequestSource(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    public RequestSource {
        Objects.requireNonNull(accountId);
        Objects.requireNonNull(sourceIp);
        Objects.requireNonNull(userAgent);
        Objects.requireNonNull(apiRequestId);
        Objects.requireNonNull(lambdaRequestId);
    }
}
