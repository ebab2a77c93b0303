package io.hyperpodgateway.rules;

import java.util.List;
import java.util.stream.Stream;

/// The rules in force.
public final class CrossFieldRules {

    private CrossFieldRules() {}

    /// Every rule, in the order in which findings on one place are reported.
    ///
    /// @param region where clusters are made, as in `us-east-1`
    public static List<Rule> in(String region) {
        return Stream.of(
                        ClusterRules.in(region),
                        RestrictedRules.all(),
                        CapacityRules.all(),
                        ClusterFeatureRules.all(),
                        SlurmRules.all(),
                        AccountingRules.all(),
                        NodeRules.all(),
                        LifecycleRules.all(),
                        FileSystemRules.all(),
                        VolumeRules.all(),
                        UpdateRules.all(),
                        PatchRules.all())
                .<Rule>flatMap(List::stream)
                .toList();
    }
}
