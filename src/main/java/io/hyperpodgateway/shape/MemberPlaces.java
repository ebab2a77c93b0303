package io.hyperpodgateway.shape;

import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.model.Shape;
import io.hyperpodgateway.model.Shape.ListShape;
import io.hyperpodgateway.model.Shape.StructureShape;
import io.hyperpodgateway.text.NearestNames;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where CreateCluster's document has members of which names.
final class MemberPlaces {

    /// Any item of a list.
    static final String ITEM = "*";

    private static final Set<String> COMMON = Set.of("key", "value", "name", "type", "mode");

    private final ServiceModel model;
    private final Map<String, List<MemberPlace>> places = new HashMap<>();
    private final Set<String> within = new HashSet<>();

    /// The places of that model; a structure within itself is followed once.
    MemberPlaces(ServiceModel model) {
        this.model = model;
        collect(model.input(), List.of());
    }

    /// One place.
    ///
    /// @param path the names to it, [#ITEM] for any item, the member's own last
    /// @param shape the shape of what belongs there
    record MemberPlace(List<String> path, Shape shape) {

        MemberPlace {
            path = List.copyOf(path);
        }

        /// The member's name.
        String name() {
            return path.getLast();
        }
    }

    /// The places of members that are called so, but for letter case and separators; none for names
    /// that many structures have.
    List<MemberPlace> of(String name) {
        if (name.length() > NearestNames.LONGEST) return List.of();
        String folded = NearestNames.fold(name);
        return COMMON.contains(folded) ? List.of() : places.getOrDefault(folded, List.of());
    }

    private void collect(Shape shape, List<String> path) {
        if (shape instanceof ListShape list) collect(model.shape(list.item()), below(path, ITEM));
        if (!(shape instanceof StructureShape structure) || !within.add(shape.name())) return;
        structure
                .members()
                .forEach((name, of) -> {
                    Shape member = model.shape(of);
                    List<String> place = below(path, name);
                    places.computeIfAbsent(NearestNames.fold(name), _ -> new ArrayList<>())
                            .add(new MemberPlace(place, member));
                    collect(member, place);
                });
        within.remove(shape.name());
    }

    private static List<String> below(List<String> path, String name) {
        var longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }
}
