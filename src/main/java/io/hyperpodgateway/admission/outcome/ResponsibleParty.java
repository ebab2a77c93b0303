package io.hyperpodgateway.admission.outcome;

import java.util.Locale;

/// Who has to act next.
public enum ResponsibleParty {
    /// The sender of the request.
    CALLER,
    /// The operator of the gateway, its account and its policy.
    PLATFORM_TEAM,
    /// The gateway itself; the caller waits.
    GATEWAY,
    /// AWS; the caller waits.
    AWS,
    /// Nobody; the request is complete.
    NOBODY;

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// The name in kebab case: `platform-team`.
    public String id() {
        return id;
    }
}
