package io.hyperpodgateway.shape;

import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.model.Shape;
import io.hyperpodgateway.model.Shape.ListShape;
import io.hyperpodgateway.model.Shape.MapShape;
import io.hyperpodgateway.model.Shape.StructureShape;
import io.hyperpodgateway.shape.Edit.Split;

import java.util.List;

/// Makes one item for each member of a union in a list that holds several.
final class UnionSplits {

    private final ServiceModel model;
    private final ShapeFindings findings;
    private final Noted noted;

    UnionSplits(ServiceModel model, ShapeFindings findings, Noted noted) {
        this.model = model;
        this.findings = findings;
        this.noted = noted;
    }

    void structure(StructureShape shape, Node node) {
        node.members()
                .forEach((name, value) ->
                        shape.member(name).ifPresent(of -> value(model.shape(of), value)));
    }

    private void value(Shape shape, Node node) {
        switch (shape) {
            case StructureShape structure when node.isObject() -> structure(structure, node);
            case ListShape list when node.isArray() -> list(list, node);
            case MapShape map when node.isObject() ->
                    node.members()
                            .values()
                            .forEach(member -> value(model.shape(map.value()), member));
            case Shape _ -> {}
        }
    }

    private void list(ListShape list, Node node) {
        Shape of = model.shape(list.item());
        for (Node item : List.copyOf(node.items())) {
            value(of, item);
            if (of instanceof StructureShape union && union.union()) split(list, union, node, item);
        }
    }

    private void split(ListShape list, StructureShape union, Node node, Node item) {
        List<Node> held =
                item.members().entrySet().stream()
                        .filter(member -> union.member(member.getKey()).isPresent())
                        .map(member -> member.getValue())
                        .toList();
        int more = held.size() - 1;
        if (more < 1 || noted.isFullOfRepairs() || !list.count().hold(node.items().size() + more))
            return;
        List<Node> others = held.subList(1, held.size());
        noted.repair(
                findings.union(item.sent(), held.size(), union),
                new Split(
                        item,
                        others,
                        others.stream()
                                .map(_ -> Node.made(JsonObject.EMPTY, item.sent()))
                                .toList()));
    }
}
