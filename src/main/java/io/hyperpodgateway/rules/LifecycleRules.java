package io.hyperpodgateway.rules;

import java.util.List;

/// The rules on lifecycle scripts.
public final class LifecycleRules {

    /// AWS's page with the error texts of `LifeCycleConfig`.
    static final String PAGE = "dg/smcluster-getting-started-slurm-cli";

    private LifecycleRules() {}

    /// All of them, in the order in which findings on one place are reported.
    public static List<Rule> all() {
        return List.of(
                new LifecycleSlurm(),
                new EksNeedsLifecycle(),
                new LifecycleComplete(),
                new LifecycleScript(),
                new LifecycleExclusive(),
                new LifecycleBucket(),
                new LifecycleSourceIsPrefix());
    }
}
