package io.hyperpodgateway.audit;

import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.identity.Identity;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// One request's circumstances: under which id it goes, who asks, from where, since when.
public record RequestContext(
        String requestId, Identity identity, RequestSource source, Instant startedAt) {

    public RequestContext {
        Objects.requireNonNull(requestId);
        Objects.requireNonNull(identity);
        Objects.requireNonNull(source);
        Objects.requireNonNull(startedAt);
    }

    /// The same circumstances under another id.
    public RequestContext withRequestId(String otherRequestId) {
        return new RequestContext(otherRequestId, identity, source, startedAt);
    }

    /// The caller, if the event identifies one.
    public Optional<Caller> caller() {
        return identity instanceof Caller caller ? Optional.of(caller) : Optional.empty();
    }

    /// The gateway's own account: the API's, never the caller's, who may be of another.
    public Optional<String> accountId() {
        return source.accountId();
    }
}
