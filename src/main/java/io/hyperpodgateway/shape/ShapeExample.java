package io.hyperpodgateway.shape;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.model.Shape;
import io.hyperpodgateway.model.Shape.StructureShape;
import io.hyperpodgateway.text.NearestNames;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Shows the object that belongs where something else was sent: `{"Eks": {"ClusterArn": ...}}`.
record ShapeExample(ServiceModel model) {

    private static final int DEEPEST = 2;

    private static final int MOST_MEMBERS = 4;

    /// The end of the sentence; nothing if no object belongs there, or one was sent.
    String of(Shape shape, Json value) {
        if (value instanceof JsonObject || !(shape instanceof StructureShape structure)) return "";
        List<String> named =
                structure.members().keySet().stream()
                        .filter(name ->
                                value.text()
                                        .filter(text -> text.length() <= NearestNames.LONGEST)
                                        .map(NearestNames::fold)
                                        .filter(NearestNames.fold(name)::equals)
                                        .isPresent())
                        .toList();
        return ": " + object(structure, named.isEmpty() ? shown(structure) : named, 1);
    }

    private static Collection<String> shown(StructureShape shape) {
        return shape.required().isEmpty() ? shape.members().keySet() : shape.required();
    }

    private String object(StructureShape shape, Collection<String> names, int depth) {
        String members =
                names.stream()
                        .limit(MOST_MEMBERS)
                        .map(name -> "\"%s\": %s".formatted(name, value(shape, name, depth)))
                        .collect(Collectors.joining(", "));
        return "{" + members + (names.size() > MOST_MEMBERS ? ", …}" : "}");
    }

    private String value(StructureShape shape, String name, int depth) {
        Shape of = model.shape(shape.member(name).orElseThrow());
        return of instanceof StructureShape structure && depth < DEEPEST
                ? object(structure, structure.required(), depth + 1)
                : "…";
    }
}
