package io.hyperpodgateway.config;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/// The gateway's settings.
///
/// @param gatewayName the stack's name, in records and metrics
/// @param auditTable the audit table
/// @param openTable the table of open intents
/// @param policySource the location of the policy
/// @param unknownInstanceTypesAreErrors whether an instance type that the service model lacks is
///   refused
/// @param region the Region that the gateway runs in and calls
/// @param sageMakerEndpoint replaces SageMaker's own
/// @param dynamoDbEndpoint replaces DynamoDB's own
public record Settings(
        String gatewayName,
        String auditTable,
        String openTable,
        PolicySource policySource,
        boolean unknownInstanceTypesAreErrors,
        String region,
        Optional<URI> sageMakerEndpoint,
        Optional<URI> dynamoDbEndpoint) {

    public Settings {
        Objects.requireNonNull(gatewayName);
        Objects.requireNonNull(auditTable);
        Objects.requireNonNull(openTable);
        Objects.requireNonNull(policySource);
        Objects.requireNonNull(region);
        Objects.requireNonNull(sageMakerEndpoint);
        Objects.requireNonNull(dynamoDbEndpoint);
    }
}
