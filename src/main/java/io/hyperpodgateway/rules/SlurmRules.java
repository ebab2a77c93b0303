package io.hyperpodgateway.rules;

import java.util.List;

/// The rules on clusters that Slurm runs.
public final class SlurmRules {

    private SlurmRules() {}

    /// All of them, in the order in which findings on one place are told.
    public static List<Rule> all() {
        return List.of(
                new ContinuousSlurmConfig(),
                new ContinuousNoStrategy(),
                new SlurmStrategyExplicit(),
                new SlurmOneController(),
                new SlurmControllerSingle(),
                new SlurmOneLogin(),
                new SlurmPartitions(),
                new SlurmDevPartition(),
                new SlurmConfigOnEks(),
                new AccountingNeedsContinuous(),
                new AccountingNeedsVpc(),
                new AccountingFinal());
    }
}
