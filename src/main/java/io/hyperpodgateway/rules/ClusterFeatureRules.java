package io.hyperpodgateway.rules;

import java.util.List;

/// The rules on what a cluster may switch on: autoscaling and tiered storage.
final class ClusterFeatureRules {

    private ClusterFeatureRules() {}

    /// All of them, in the order in which findings on one place are reported.
    static List<Rule> all() {
        return List.of(new AutoscalingNeeds(), new TieredStorageOff(), new TieredEks());
    }
}
