package io.hyperpodgateway.audit;

import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.identity.Identity;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// The context of one request: its id, the caller, the source and the start time.
public record RequestContext(
        String requestId, Identity identity, RequestSource source, Instant startedAt) {

    public RequestContext {
        Objects.requireNonNull(requestId);
        Objects.requireNonNull(identity);
        Objects.requireNonNull(source);
        Objects.requireNonNull(startedAt);
    }

    public RequestContext withRequestId(String otherRequestId) {
        return new RequestContext(otherRequestId, identity, source, startedAt);
    }

    public Optional<Caller> caller() {
        return identity instanceof Caller caller ? Optional.of(caller) : Optional.empty();
    }

    /// The gateway's own account: that of the API, not of the caller, who may have another.
    public Optional<String> accountId() {
        return source.accountId();
    }
}
