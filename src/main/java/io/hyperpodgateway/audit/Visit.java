package io.hyperpodgateway.audit;

import io.hyperpodgateway.identity.Caller;
import io.hyperpodgateway.identity.Identity;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// One request's circumstances: under which id it goes, who asks, from where, since when.
public record Visit(String requestId, Identity identity, Origin origin, Instant startedAt) {

    public Visit {
        Objects.requireNonNull(requestId);
        Objects.requireNonNull(identity);
        Objects.requireNonNull(origin);
        Objects.requireNonNull(startedAt);
    }

    /// The same circumstances under another id.
    public Visit under(String otherRequestId) {
        return new Visit(otherRequestId, identity, origin, startedAt);
    }

    /// The caller, if the event identifies one.
    public Optional<Caller> caller() {
        return identity instanceof Caller caller ? Optional.of(caller) : Optional.empty();
    }

    /// The gateway's own account: the API's, never the caller's, who may be of another.
    public Optional<String> accountId() {
        return origin.accountId();
    }
}
