package io.hyperpodgateway.rules;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.request.ClusterRequest;
import io.hyperpodgateway.request.InstanceGroup;

import java.util.stream.Stream;

/// An instance group of a Slurm cluster that says what it is to Slurm, and its `SlurmConfig`: an
/// empty one where it cannot be read.
record SlurmNode(InstanceGroup group, JsonObject config) {

    static final String CONFIG = "SlurmConfig";

    /// Those of the request in its order, none if Slurm does not run the cluster.
    static Stream<SlurmNode> of(ClusterRequest request) {
        if (!request.isSlurm()) return Stream.empty();
        return request.instanceGroups().stream()
                .filter(group -> group.has(CONFIG))
                .map(group ->
                        new SlurmNode(
                                group, group.document().object(CONFIG).orElse(JsonObject.EMPTY)));
    }

    /// Whether `NodeType` is this one.
    boolean is(String nodeType) {
        return group.slurmNodeType().filter(nodeType::equals).isPresent();
    }

    /// The place of a member of `SlurmConfig`.
    JsonPointer at(String member) {
        return group.pointer().member(CONFIG).member(member);
    }
}
