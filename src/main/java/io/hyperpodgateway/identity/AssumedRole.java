package io.hyperpodgateway.identity;

import java.util.Objects;
import java.util.Optional;

/// A session of an assumed role, identified by the role's ARN without its path, which the event
/// lacks.
///
/// @param session the session's name
public record AssumedRole(String principal, String principalId, String accountId, String session)
        implements Caller {

    public AssumedRole {
        Objects.requireNonNull(principal);
        Objects.requireNonNull(principalId);
        Objects.requireNonNull(accountId);
        Objects.requireNonNull(session);
    }

    @Override
    public Optional<String> sessionName() {
        return Optional.of(session);
    }
}
