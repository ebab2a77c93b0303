package io.hyperpodgateway.admission.outcome;

import java.util.Locale;

/// Whose move it is.
public enum ResponsibleParty {
    /// Whoever sent the request.
    CALLER,
    /// Who runs the gateway, its account and its policy.
    PLATFORM_TEAM,
    /// The gateway itself: wait for it.
    GATEWAY,
    /// AWS: wait for it.
    AWS,
    /// Nobody's: all is done.
    NOBODY;

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// The name in kebab case: `platform-team`.
    public String id() {
        return id;
    }
}
