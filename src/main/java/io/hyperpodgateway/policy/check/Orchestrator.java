package io.hyperpodgateway.policy.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What runs the jobs of a cluster.
public enum Orchestrator {
    /// Amazon EKS: the member `Eks`.
    EKS("Eks"),
    /// Slurm: the member `Slurm`, or no `Orchestrator` at all.
    SLURM("Slurm");

    private final String member;

    Orchestrator(String member) {
        this.member = member;
    }

    /// The one of that name in policy documents, if there is one.
    public static Optional<Orchestrator> of(String id) {
        return Stream.of(values()).filter(one -> one.id().equals(id)).findFirst();
    }

    /// Every name in policy documents.
    public static List<String> ids() {
        return Stream.of(values()).map(Orchestrator::id).toList();
    }

    /// The name in policy documents.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The member of `Orchestrator` that asks for it.
    String member() {
        return member;
    }
}
