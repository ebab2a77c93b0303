package io.hyperpodgateway.identity;

import java.util.Objects;

/// The account's root user, identified by its ARN.
public record AccountRoot(String principal, String principalId, String accountId)
        implements Caller {

    public AccountRoot {
        Objects.requireNonNull(principal);
        Objects.requireNonNull(principalId);
        Objects.requireNonNull(accountId);
    }
}
