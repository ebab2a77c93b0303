package io.hyperpodgateway.rules;

import java.util.List;

/// The rules on what nodes start with: threads, health checks, labels, taints, images.
final class NodeRules {

    private NodeRules() {}

    /// All of them, in the order in which findings on one place are reported.
    static List<Rule> all() {
        return List.of(
                new ThreadsPerCore(),
                new DeepChecksAccelerated(),
                new DeepChecksWorkers(),
                new DeepChecksNoTaints(),
                new ReservedLabels(),
                new TaintsUnique(),
                new ImageVersionManaged());
    }
}
