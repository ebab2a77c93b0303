package io.hyperpodgateway.rules;

import java.util.List;

/// The rules on what instances a group has and how many.
final class CapacityRules {

    private CapacityRules() {}

    /// All of them, in the order in which findings on one place are reported.
    static List<Rule> all() {
        return List.of(
                new MinCount(),
                new TypeOrRequirements(),
                new FlexibleNeedsContinuous(),
                new FlexibleEks(),
                new SpotNeedsContinuous(),
                new CapacityOneOf());
    }
}
