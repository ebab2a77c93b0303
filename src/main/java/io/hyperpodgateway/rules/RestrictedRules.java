package io.hyperpodgateway.rules;

import java.util.List;

/// The rules on restricted instance groups.
public final class RestrictedRules {

    private RestrictedRules() {}

    /// All of them, in the order in which findings on one place are reported.
    public static List<Rule> all() {
        return List.of(
                new RestrictedNeedsEks(),
                new RestrictedConfigNeedsGroups(),
                new RestrictedProvisioning());
    }
}
