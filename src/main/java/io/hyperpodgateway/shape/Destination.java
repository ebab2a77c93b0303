package io.hyperpodgateway.shape;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.model.Shape.StructureShape;
import io.hyperpodgateway.shape.KnownPlaces.KnownPlace;

import java.util.List;
import java.util.Optional;

/// Where in a document a member of another place belongs.
///
/// @param place the place in the model
/// @param holder the structure that knows the member
/// @param below the nearest object on the way to it that was sent
/// @param path the names from there, the member's own last
public record Destination(KnownPlace place, StructureShape holder, Node below, List<String> path) {

    /// No union in the model, but exactly one of its members is allowed.
    private static final String ORCHESTRATOR = "ClusterOrchestrator";

    public Destination {
        path = List.copyOf(path);
    }

    /// What the place holds, if it is not free.
    public Optional<Json> held() {
        Optional<Node> here = Optional.of(below);
        for (String name : path) here = here.flatMap(node -> node.child(name));
        return here.map(Node::json);
    }

    /// Whether a choice of one member on the way to it, or the one that knows the member, holds
    /// another already.
    public boolean isInFullUnion() {
        return (holder.union() || holder.name().equals(ORCHESTRATOR))
                && below.members().keySet().stream()
                        .anyMatch(name ->
                                !name.equals(path.getFirst()) && holder.member(name).isPresent());
    }
}
