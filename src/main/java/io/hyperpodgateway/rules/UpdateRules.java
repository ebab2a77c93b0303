package io.hyperpodgateway.rules;

import java.util.List;

/// The rules on software updates.
final class UpdateRules {

    private UpdateRules() {}

    /// All of them, in the order in which findings on one place are reported.
    static List<Rule> all() {
        return List.of(new ScheduleIsCron(), new BatchUpdateEks());
    }
}
