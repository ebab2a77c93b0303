package io.hyperpodgateway.config;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/// The settings of what makes digests and of what verifies them.
///
/// @param gatewayName the stack's name, in metrics
/// @param auditTable the append-only table
/// @param region the Region of the table, and of the bucket
/// @param dynamoDbEndpoint where DynamoDB is, if not at its usual place
/// @param bucket where digests' hashes are kept outside the table, if they are
/// @param retentionMode `COMPLIANCE` or `GOVERNANCE`
/// @param retentionDays how long Object Lock keeps them; 0: as the bucket has it for all
/// @param s3Endpoint where S3 is, if not at its usual place
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
