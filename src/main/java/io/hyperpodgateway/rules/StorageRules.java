package io.hyperpodgateway.rules;

import java.util.List;

/// The rules on volumes and file systems.
public final class StorageRules {

    private StorageRules() {}

    /// All of them, in the order in which findings on one place are told.
    public static List<Rule> all() {
        return List.of(
                new FsxNeeds(),
                new FsxController(),
                new MountPathsDistinct(),
                new EbsRoot(),
                new EbsTwo(),
                new KmsNeedsContinuous(),
                new FsxThroughput());
    }
}
