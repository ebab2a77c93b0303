package io.hyperpodgateway.shape;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.model.Shape.StructureShape;
import io.hyperpodgateway.shape.KnownPlaces.KnownPlace;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What is said of a member that its structure does not know: what may be meant, or where the model
/// knows it.
public final class UnknownMemberWords {

    private static final int MOST_PLACES = 3;

    /// As deep, and as many members, as an unknown member is searched for ones that are known.
    private static final int DEEPEST = 4;

    private static final int MOST_SEARCHED = 50;

    private final ServiceModel model;
    private final Guesses guesses;
    private final KnownPlaces places;

    public UnknownMemberWords(ServiceModel model, Guesses guesses) {
        this.model = model;
        this.guesses = guesses;
        this.places = new KnownPlaces(model);
    }

    /// The end of the sentence; empty if nothing can be said.
    ///
    /// @param sent where the member was sent
    public String of(StructureShape shape, String name, Json value, JsonPointer sent) {
        if (model.answerMembers(shape.name()).contains(name)) return ANSWERED;
        String hint = guesses.of(shape.name(), name, shape.members().keySet()).hint();
        if (!hint.isEmpty()) return hint;
        Set<String> elsewhere =
                places.of(name).stream()
                        .map(place -> below(shape, place).orElseGet(() -> words(place)))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!elsewhere.isEmpty())
            return ", it belongs "
                    + elsewhere.stream().limit(MOST_PLACES).collect(Collectors.joining(" or "));
        return within(shape, value).map(held -> ", " + held + " in it is").orElse("");
    }

    /// The end of the sentence on a member of an answer.
    public static final String ANSWERED = ", DescribeCluster's answer alone has it: leave it out";

    /// Where the member belongs, in words.
    public static String words(KnownPlace place) {
        List<String> path = place.path();
        String pointer = JsonPointer.of(path).toString();
        if (path.size() == 1) return "at the top level, " + pointer;
        if (path.size() == 3 && path.getFirst().endsWith("InstanceGroups"))
            return (path.getFirst().startsWith("Restricted")
                            ? "in a restricted instance group, "
                            : "in an instance group, ")
                    + pointer;
        return "at " + pointer;
    }

    /// A place that is below a member of the structure itself.
    private Optional<String> below(StructureShape shape, KnownPlace place) {
        return shape.members().entrySet().stream()
                .filter(member ->
                        model.shape(member.getValue()) instanceof StructureShape below
                                && below.member(place.name())
                                        .filter(of -> of.equals(place.shape().name()))
                                        .isPresent())
                .map(member -> "under " + member.getKey())
                .findFirst();
    }

    private Optional<String> within(StructureShape shape, Json value) {
        var names = new LinkedHashSet<String>();
        collect(value, 0, names);
        return names.stream().filter(name -> shape.member(name).isPresent()).findFirst();
    }

    private static void collect(Json value, int depth, Set<String> names) {
        if (depth == DEEPEST || names.size() > MOST_SEARCHED) return;
        if (value instanceof JsonObject object) {
            object.stream()
                    .limit(MOST_SEARCHED)
                    .forEach(member -> {
                        names.add(member.getKey());
                        collect(member.getValue(), depth + 1, names);
                    });
        } else if (value instanceof JsonArray(var items)) {
            items.stream().limit(MOST_SEARCHED).forEach(item -> collect(item, depth + 1, names));
        }
    }
}
