package io.hyperpodgateway.identity;

import java.util.Optional;

/// An identified caller: an IAM identity, or the subject of a token.
public sealed interface Caller extends Identity
        permits IamUser, AssumedRole, FederatedUser, AccountRoot, TokenSubject {

    /// The caller's name in policy and record: an ARN, or `jwt:ISSUER#SUB`. Sessions of one role
    /// share it.
    String principal();

    /// The unique id from AWS or the issuer: `AIDA...`, `AROA...`, the subject; empty if the event
    /// has none.
    String principalId();

    /// The account, 12 digits: the identity's own, or the API's for a token.
    String accountId();

    /// The session of an assumed role.
    default Optional<String> sessionName() {
        return Optional.empty();
    }
}
