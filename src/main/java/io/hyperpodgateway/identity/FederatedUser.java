package io.hyperpodgateway.identity;

import java.util.Objects;

/// A federated user (`sts:GetFederationToken`), identified by their ARN.
public record FederatedUser(String principal, String principalId, String accountId)
        implements Caller {

    public FederatedUser {
        Objects.requireNonNull(principal);
        Objects.requireNonNull(principalId);
        Objects.requireNonNull(accountId);
    }
}
