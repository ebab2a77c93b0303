package io.hyperpodgateway.model;

import io.hyperpodgateway.model.Shape.BooleanShape;
import io.hyperpodgateway.model.Shape.EnumShape;
import io.hyperpodgateway.model.Shape.IntegerShape;
import io.hyperpodgateway.model.Shape.ListShape;
import io.hyperpodgateway.model.Shape.MapShape;
import io.hyperpodgateway.model.Shape.StringShape;
import io.hyperpodgateway.model.Shape.StructureShape;
import io.hyperpodgateway.model.Shape.TimestampShape;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// Finds every place of a document that holds a string.
final class StringMemberPaths {

    private static final String EACH = "*";

    private final ServiceModel model;
    private final SequencedSet<String> paths = new LinkedHashSet<>();
    private final List<String> path = new ArrayList<>();
    private final List<String> within = new ArrayList<>();

    StringMemberPaths(ServiceModel model) {
        this.model = model;
    }

    SequencedSet<String> of(StructureShape input) {
        collect(input);
        return paths;
    }

    private void collect(Shape shape) {
        if (within.contains(shape.name())) return;
        within.add(shape.name());
        switch (shape) {
            case StructureShape structure -> structure.members().forEach(this::below);
            case ListShape list -> below(EACH, list.item());
            case MapShape map -> below(EACH, map.value());
            case StringShape _, EnumShape _ -> paths.add(String.join("/", path));
            case IntegerShape _, BooleanShape _, TimestampShape _ -> {}
        }
        within.removeLast();
    }

    private void below(String step, String shape) {
        path.add(step);
        collect(model.shape(shape));
        path.removeLast();
    }
}
