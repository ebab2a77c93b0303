package io.hyperpodgateway.rules;

import java.util.List;

/// The rules on the cluster as a whole and its tags.
public final class ClusterRules {

    private ClusterRules() {}

    /// All of them, in the order in which findings on one place are told.
    ///
    /// @param region where clusters are made, as in `us-east-1`
    public static List<Rule> in(String region) {
        return List.of(
                new OrchestratorExactlyOne(),
                new GroupsPresent(),
                new GroupNamesUnique(),
                new GroupsOver20(),
                new EksNeedsVpc(),
                new ArnRegion(region),
                new SlurmOverrideNeedsVpc(),
                new ReservedTag(),
                new Tags(),
                new Immutable());
    }
}
