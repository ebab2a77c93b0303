package io.hyperpodgateway.rules;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.finding.PatchOperation;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;

import java.util.stream.Stream;

/// Partitions hold the nodes that jobs run on, so a Compute group names one and no other does. An
/// empty list names none.
final class SlurmPartitions implements Rule {

    private static final RuleId ID =
            RuleId.error(
                            "slurm-partitions",
                            "on a Slurm cluster `PartitionNames` is required for Compute and not allowed for Controller and Login")
                    .documented("dg/sagemaker-hyperpod-ref");

    private static final String NAMES = "PartitionNames";

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(ClusterRequest request) {
        return SlurmNode.of(request).flatMap(SlurmPartitions::misplaced);
    }

    private static Stream<Finding> misplaced(SlurmNode node) {
        JsonPointer at = node.at(NAMES);
        if (node.is("Compute")) return namesNone(node) ? Stream.of(missing(at)) : Stream.empty();
        boolean namesSome = !node.config().items(NAMES).isEmpty();
        if (!namesSome || !(node.is("Controller") || node.is("Login"))) return Stream.empty();
        return Stream.of(superfluous(at));
    }

    /// Whether there is no list or an empty one; what is no list is not read.
    private static boolean namesNone(SlurmNode node) {
        return node.config()
                .get(NAMES)
                .map(names -> names instanceof JsonArray(var items) && items.isEmpty())
                .orElse(true);
    }

    private static Finding missing(JsonPointer at) {
        return ID.at(at, "%s names no partition, a Compute group needs one".formatted(at));
    }

    private static Finding superfluous(JsonPointer at) {
        return ID.at(at, "%s is set, only Compute groups may name a partition".formatted(at))
                .withFix(new PatchOperation.Remove(at));
    }
}
