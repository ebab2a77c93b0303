package io.hyperpodgateway.audit;

import java.util.Objects;

/// Which gateway keeps the record.
///
/// @param name the stack's name
/// @param region the Region it runs in and calls
/// @param version its software's version
public record GatewayIdentity(String name, String region, String version) {

    public GatewayIdentity {
        Objects.requireNonNull(name);
        Objects.requireNonNull(region);
        Objects.requireNonNull(version);
    }
}
