package io.hyperpodgateway.identity;

import java.util.Optional;

/// Somebody: an IAM identity, or a subject that a token's issuer vouches for.
public sealed interface Caller extends Identity
        permits IamUser, AssumedRole, FederatedUser, AccountRoot, TokenSubject {

    /// The name by which policy and record know the caller: an ARN, or `jwt:ISSUER#SUB`. Sessions
    /// of one role share it.
    String principal();

    /// The unique id that AWS or the issuer gave: `AIDA...`, `AROA...`, the subject; empty where
    /// the event has none.
    String principalId();

    /// The account, 12 digits: the identity's own, or the API's for a token.
    String accountId();

    /// The session of an assumed role, if it is one.
    default Optional<String> sessionName() {
        return Optional.empty();
    }
}
