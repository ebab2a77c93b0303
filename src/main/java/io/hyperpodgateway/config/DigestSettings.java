package io.hyperpodgateway.config;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/// The settings of the digest function and of the verifier.
///
/// @param gatewayName the stack's name, in metrics
/// @param auditTable the audit table
/// @param region the Region of the table and of the bucket
/// @param dynamoDbEndpoint replaces DynamoDB's own
/// @param bucket the bucket for digests' hashes, if there is one
/// @param retentionMode `COMPLIANCE` or `GOVERNANCE`
/// @param retentionDays how long Object Lock retains them; 0: the bucket's default retention
/// @param s3Endpoint replaces S3's own
public record DigestSettings(
        String gatewayName,
        String auditTable,
        String region,
        Optional<URI> dynamoDbEndpoint,
        Optional<String> bucket,
        String retentionMode,
        int retentionDays,
        Optional<URI> s3Endpoint) {

    public DigestSettings {
        Objects.requireNonNull(gatewayName);
        Objects.requireNonNull(auditTable);
        Objects.requireNonNull(region);
        Objects.requireNonNull(dynamoDbEndpoint);
        Objects.requireNonNull(bucket);
        Objects.requireNonNull(retentionMode);
        Objects.requireNonNull(s3Endpoint);
    }
}
