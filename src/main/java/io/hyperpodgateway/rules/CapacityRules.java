package io.hyperpodgateway.rules;

import java.util.List;

/// The rules on what instances a group has and how many.
public final class CapacityRules {

    private CapacityRules() {}

    /// All of them, in the order in which findings on one place are told.
    public static List<Rule> all() {
        return List.of(
                new MinCount(),
                new TypeOrRequirements(),
                new FlexibleNeedsContinuous(),
                new FlexibleEks(),
                new SpotNeedsContinuous(),
                new CapacityOneOf(),
                new AutoscalingNeeds(),
                new TieredStorageOff(),
                new TieredEks(),
                new ThreadsPerCore());
    }
}
