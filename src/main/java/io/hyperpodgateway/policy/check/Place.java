package io.hyperpodgateway.policy.check;

import java.util.List;
import java.util.Objects;

/// Where the gateway runs: the values of the placeholders of a policy.
///
/// @param accountId the gateway's own account, 12 digits
/// @param region the gateway's own Region: `us-east-1`
public record Place(String accountId, String region) {

    /// The placeholders of globs.
    public static final List<String> PLACEHOLDERS = List.of("accountId", "region");

    public Place {
        Objects.requireNonNull(accountId);
        Objects.requireNonNull(region);
    }

    /// The text with its placeholders filled in.
    public String fill(String text) {
        if (text.indexOf('{') < 0) return text;
        return text.replace("{accountId}", accountId).replace("{region}", region);
    }
}
