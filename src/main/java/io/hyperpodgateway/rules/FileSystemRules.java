package io.hyperpodgateway.rules;

import java.util.List;

/// The rules on file systems of FSx.
final class FileSystemRules {

    private FileSystemRules() {}

    /// All of them, in the order in which findings on one place are reported.
    static List<Rule> all() {
        return List.of(
                new FsxNeeds(), new FsxController(), new MountPathsDistinct(), new FsxThroughput());
    }
}
