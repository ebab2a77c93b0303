package io.hyperpodgateway.rules;

import java.util.List;

/// The rules on what nodes start with: labels, taints, health checks, images.
public final class NodeRules {

    private NodeRules() {}

    /// All of them, in the order in which findings on one place are told.
    public static List<Rule> all() {
        return List.of(
                new DeepChecksAccelerated(),
                new DeepChecksWorkers(),
                new DeepChecksNoTaints(),
                new ReservedLabels(),
                new TaintsUnique(),
                new ImageVersionManaged());
    }
}
