package io.hyperpodgateway.spec.rules;

import java.util.List;

/// The rules in force.
public final class CrossFieldRules {

    private CrossFieldRules() {}

    /// Every rule, in the order in which findings on one place are told.
    public static List<Rule> all() {
        return List.of(new ReservedTag(), new Tags());
    }
}
