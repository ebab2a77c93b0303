package io.hyperpodgateway.admission.outcome;

import java.util.Locale;

/// The ways in which a request can fail. `http` maps each to a status code.
public enum Problem {
    MALFORMED_REQUEST,
    UNIDENTIFIED,
    POLICY_DENIED,
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    CLUSTER_EXISTS,
    REQUEST_IN_PROGRESS,
    PAYLOAD_TOO_LARGE,
    UNSUPPORTED_MEDIA_TYPE,
    INVALID_REQUEST,
    IDEMPOTENCY_KEY_REUSED,
    REJECTED_BY_SAGEMAKER,
    RESOURCE_LIMIT_EXCEEDED,
    THROTTLED,
    INTERNAL,
    GATEWAY_MISCONFIGURED,
    SAGEMAKER_UNAVAILABLE,
    AUDIT_UNAVAILABLE,
    OUTCOME_UNKNOWN;

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// The name in kebab case, as in answers and records: `policy-denied`.
    public String id() {
        return id;
    }

    /// The problem of that name.
    ///
    /// @throws IllegalArgumentException if there is no problem of that name
    public static Problem of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
