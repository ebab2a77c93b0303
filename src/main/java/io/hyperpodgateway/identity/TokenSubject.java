package io.hyperpodgateway.identity;

import java.util.Objects;

/// The subject of a JSON Web Token that API Gateway has verified, identified as `jwt:ISSUER#SUB`.
public record TokenSubject(String principal, String principalId, String accountId)
        implements Caller {

    public TokenSubject {
        Objects.requireNonNull(principal);
        Objects.requireNonNull(principalId);
        Objects.requireNonNull(accountId);
    }
}
