package io.hyperpodgateway.shape;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.model.Shape;
import io.hyperpodgateway.model.Shape.ListShape;
import io.hyperpodgateway.model.Shape.StructureShape;
import io.hyperpodgateway.shape.MemberPlaces.MemberPlace;
import io.hyperpodgateway.shape.ShapeCheck.UnknownMember;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds the one place of a document to which a member belongs that is in another.
final class DestinationFinder {

    /// As many objects as a fix makes on the way: more would be another request.
    private static final int MOST_MADE = 1;

    private final ServiceModel model;
    private final MemberPlaces places;
    private final Node root;

    DestinationFinder(ShapeCheck check) {
        this.model = check.model();
        this.places = check.places();
        this.root = check.root();
    }

    /// Where in the document a member belongs.
    ///
    /// @param place its place in the model
    /// @param structure the last structure of the model that is not to be made on the way
    /// @param holder the nearest object on the way to it that was sent
    /// @param path the names from there, the member's own last
    record Destination(
            MemberPlace place, StructureShape structure, Node holder, List<String> path) {

        /// No union in the model, but exactly one of its members is allowed.
        private static final String ORCHESTRATOR = "ClusterOrchestrator";

        Destination {
            path = List.copyOf(path);
        }

        /// What is at the place already.
        Optional<Json> held() {
            Optional<Node> here = Optional.of(holder);
            for (String name : path) here = here.flatMap(node -> node.part(name));
            return here.map(Node::json);
        }

        /// Whether exactly one member is allowed there, and there is another already.
        boolean isInFullUnion() {
            return (structure.union() || structure.name().equals(ORCHESTRATOR))
                    && holder.members().keySet().stream()
                            .anyMatch(name ->
                                    !name.equals(path.getFirst())
                                            && structure.member(name).isPresent());
        }
    }

    private record Reached(Destination destination, int steps) {}

    /// The nearest place that knows the member and takes the value; none if there is no such place
    /// in this document, or two are equally near.
    Optional<Destination> find(UnknownMember member) {
        Json value = member.value().json();
        List<MemberPlace> known = places.of(member.name());
        if (known.isEmpty() || PlaceholderValues.isEmpty(value)) return Optional.empty();
        List<Node> above = above(member.value());
        List<Reached> reached =
                known.stream()
                        .filter(place -> !isRival(member.shape(), place))
                        .filter(place -> ValueCoercion.fits(place.shape(), value))
                        .flatMap(place -> reach(place, above).stream())
                        .sorted(Comparator.comparingInt(Reached::steps))
                        .toList();
        boolean isClear =
                reached.size() == 1
                        || (reached.size() > 1 && reached.get(0).steps() < reached.get(1).steps());
        return isClear ? Optional.of(reached.getFirst().destination()) : Optional.empty();
    }

    /// Whether the structure has a member that may be the right one as well: `OverrideVpcConfig`
    /// for a `VpcConfig` in a group.
    private static boolean isRival(StructureShape shape, MemberPlace place) {
        return shape.members().entrySet().stream()
                .anyMatch(member ->
                        member.getValue().equals(place.shape().name())
                                && member.getKey().endsWith(place.name()));
    }

    /// The objects and arrays around the value, the document first.
    private static List<Node> above(Node value) {
        var above = new ArrayList<Node>();
        for (var here = value.parent(); here.isPresent(); here = here.get().parent())
            above.add(here.get());
        Collections.reverse(above);
        return above;
    }

    private Optional<Reached> reach(MemberPlace place, List<Node> above) {
        var route = new DestinationPath(above);
        List<String> holders = place.path().subList(0, place.path().size() - 1);
        return holders.stream().allMatch(route::follow) ? route.to(place) : Optional.empty();
    }

    /// The way to a place of the model as this document has it: as long as it is the way to the
    /// misplaced value, through the same items; beyond that through the only item of a list, and
    /// through objects that are there or can be made.
    private final class DestinationPath {

        private final List<Node> above;
        private final List<String> toMake = new ArrayList<>();
        private Node here = root;
        private Node nearestSent = root;
        private Shape shape = model.input();
        private StructureShape structure = model.input();
        private int depth;
        private int shared;

        DestinationPath(List<Node> above) {
            this.above = above;
        }

        /// Goes on to the member or item that the token of a place names, if that is possible.
        boolean follow(String token) {
            Optional<Node> next = toMake.isEmpty() ? next(token) : Optional.empty();
            shape = below(shape, token);
            if (next.isEmpty() && !canMake(token)) return false;
            next.ifPresentOrElse(this::enter, () -> toMake.add(token));
            depth++;
            if (shape instanceof StructureShape holder && toMake.isEmpty()) structure = holder;
            return next.isEmpty() || !here.isMade() || !here.isObject();
        }

        private Optional<Node> next(String token) {
            if (!token.equals(MemberPlaces.ITEM)) return here.member(token);
            if (depth + 1 < above.size()
                    && here.isArray()
                    && here.items().contains(above.get(depth + 1)))
                return Optional.of(above.get(depth + 1));
            return here.items().size() == 1
                    ? Optional.of(here.items().getFirst())
                    : Optional.empty();
        }

        private boolean canMake(String token) {
            return shape instanceof StructureShape
                    && !token.equals(MemberPlaces.ITEM)
                    && toMake.size() < MOST_MADE
                    && here.isObject()
                    && here.member(token).isEmpty();
        }

        private void enter(Node next) {
            here = next;
            if (shared == depth && above.contains(here)) shared++;
            if (!here.isMade()) nearestSent = here;
        }

        Optional<Reached> to(MemberPlace place) {
            if (!here.isObject()) return Optional.empty();
            var path = new ArrayList<>(toMake);
            path.add(place.name());
            int steps = above.size() - 1 - shared + place.path().size() - shared;
            return Optional.of(
                    new Reached(new Destination(place, structure, nearestSent, path), steps));
        }
    }

    private Shape below(Shape shape, String token) {
        return switch (shape) {
            case ListShape list -> model.shape(list.item());
            case StructureShape structure -> model.shape(structure.member(token).orElseThrow());
            case Shape other -> other;
        };
    }
}
