package io.hyperpodgateway.identity;

import java.util.Objects;

/// An IAM user, identified by their ARN.
public record IamUser(String principal, String principalId, String accountId) implements Caller {

    public IamUser {
        Objects.requireNonNull(principal);
        Objects.requireNonNull(principalId);
        Objects.requireNonNull(accountId);
    }
}
