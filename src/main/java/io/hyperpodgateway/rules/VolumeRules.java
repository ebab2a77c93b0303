package io.hyperpodgateway.rules;

import java.util.List;

/// The rules on EBS volumes.
final class VolumeRules {

    private VolumeRules() {}

    /// All of them, in the order in which findings on one place are reported.
    static List<Rule> all() {
        return List.of(new EbsRoot(), new EbsTwo(), new KmsNeedsContinuous());
    }
}
