package io.hyperpodgateway.audit;

import java.util.Objects;

/// The gateway that keeps the record.
///
/// @param name the stack's name
/// @param region the Region that it runs in and calls
/// @param version the version of its software
public record GatewayIdentity(String name, String region, String version) {

    public GatewayIdentity {
        Objects.requireNonNull(name);
        Objects.requireNonNull(region);
        Objects.requireNonNull(version);
    }
}
