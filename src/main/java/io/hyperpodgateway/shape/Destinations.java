package io.hyperpodgateway.shape;

import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.model.Shape;
import io.hyperpodgateway.model.Shape.ListShape;
import io.hyperpodgateway.model.Shape.StructureShape;
import io.hyperpodgateway.shape.KnownPlaces.KnownPlace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds the one place of a document in which a member belongs that is in another.
public final class Destinations {

    /// As many objects as a fix makes on the way: more would be another request.
    private static final int MOST_MADE = 1;

    private final ServiceModel model;
    private final KnownPlaces places;
    private final Node root;

    /// @param root the document
    public Destinations(ServiceModel model, Node root) {
        this.model = model;
        this.places = new KnownPlaces(model);
        this.root = root;
    }

    /// The nearest place that knows the member and takes the value; nothing if there is none in
    /// this document, or two are equally near.
    public Optional<Destination> of(StructureShape shape, String name, Node value) {
        List<KnownPlace> known = places.of(name);
        if (known.isEmpty() || Blanks.isEmpty(value.json())) return Optional.empty();
        List<Node> above = above(value);
        List<Reached> reached =
                known.stream()
                        .filter(place -> !isRival(shape, place))
                        .filter(place -> Meant.fits(place.shape(), value.json()))
                        .flatMap(place -> reach(place, above).stream())
                        .sorted(Comparator.comparingInt(Reached::steps))
                        .toList();
        if (reached.isEmpty()) return Optional.empty();
        boolean isClear = reached.size() == 1 || reached.get(0).steps() < reached.get(1).steps();
        return isClear ? Optional.of(reached.getFirst().destination()) : Optional.empty();
    }

    /// Whether the structure has a member that may be meant as well: `OverrideVpcConfig` by a
    /// `VpcConfig` in a group.
    private boolean isRival(StructureShape shape, KnownPlace place) {
        return shape.members().entrySet().stream()
                .anyMatch(member ->
                        member.getValue().equals(place.shape().name())
                                && member.getKey().endsWith(place.name()));
    }

    /// The objects and arrays around the value, the document first.
    private static List<Node> above(Node value) {
        var above = new ArrayList<Node>();
        Optional<Node> here = value.parent();
        while (here.isPresent()) {
            above.add(here.get());
            here = here.get().parent();
        }
        Collections.reverse(above);
        return above;
    }

    private record Reached(Destination destination, int steps) {}

    /// The place as this document has it: on the way that it shares with the value, through the
    /// same items; beyond that through the only item of a list, and through objects that are there
    /// or can be made.
    private Optional<Reached> reach(KnownPlace place, List<Node> above) {
        Node here = root;
        Node sent = root;
        Shape shape = model.input();
        StructureShape holder = model.input();
        var made = new ArrayList<String>();
        int shared = 0;
        List<String> path = place.path();
        for (int depth = 0; depth < path.size() - 1; depth++) {
            String token = path.get(depth);
            Optional<Node> next =
                    made.isEmpty() ? next(here, token, above, depth) : Optional.empty();
            shape = below(shape, token);
            if (next.isPresent()) {
                here = next.get();
                if (shared == depth && above.contains(here)) shared++;
                if (!here.isMade()) sent = here;
                if (here.isMade() && here.isObject()) return Optional.empty();
            } else if (shape instanceof StructureShape
                    && !token.equals(KnownPlaces.ITEM)
                    && made.size() < MOST_MADE
                    && here.isObject()
                    && here.member(token).isEmpty()) {
                made.add(token);
            } else {
                return Optional.empty();
            }
            if (shape instanceof StructureShape structure && made.isEmpty()) holder = structure;
        }
        if (!here.isObject()) return Optional.empty();
        made.add(path.getLast());
        int steps = above.size() - 1 - shared + path.size() - shared;
        return Optional.of(new Reached(new Destination(place, holder, sent, made), steps));
    }

    private static Optional<Node> next(Node here, String token, List<Node> above, int depth) {
        if (!token.equals(KnownPlaces.ITEM)) return here.member(token);
        if (depth + 1 < above.size()
                && here.isArray()
                && here.items().contains(above.get(depth + 1)))
            return Optional.of(above.get(depth + 1));
        return here.items().size() == 1 ? Optional.of(here.items().getFirst()) : Optional.empty();
    }

    private Shape below(Shape shape, String token) {
        return switch (shape) {
            case ListShape list -> model.shape(list.item());
            case StructureShape structure -> model.shape(structure.member(token).orElseThrow());
            case Shape other -> other;
        };
    }
}
