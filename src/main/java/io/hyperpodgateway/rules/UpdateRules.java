package io.hyperpodgateway.rules;

import java.util.List;

/// The rules on patches and software updates.
public final class UpdateRules {

    private UpdateRules() {}

    /// All of them, in the order in which findings on one place are told.
    public static List<Rule> all() {
        return List.of(
                new ScheduleIsCron(),
                new PatchEks(),
                new PatchDrainFirstEks(),
                new PatchDrainFirstBatch(),
                new PatchDrainPolicy(),
                new PatchIdleWindow(),
                new PatchDeploymentConfig(),
                new PatchTwice(),
                new BatchUpdateEks());
    }
}
