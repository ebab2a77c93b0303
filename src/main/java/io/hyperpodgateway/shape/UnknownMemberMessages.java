package io.hyperpodgateway.shape;

import io.hyperpodgateway.finding.Finding;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.model.Shape;
import io.hyperpodgateway.model.Shape.StructureShape;
import io.hyperpodgateway.shape.MemberPlaces.MemberPlace;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes the findings on members that their structure does not know: which member may be meant, or
/// where the model knows it.
///
/// @param places where the model knows members
record UnknownMemberMessages(ServiceModel model, MemberPlaces places, MisspeltMemberFinder names) {

    private static final String LEAVE_OUT = ", DescribeCluster's answer alone has it: leave it out";

    private static final int MOST_PLACES = 3;

    /// As deep, and as many members, as an unknown member is searched for ones that are known.
    private static final int DEEPEST = 4;

    private static final int MOST_SEARCHED = 50;

    /// A member of which no repair is certain.
    Finding unknown(Node value, StructureShape shape, String name) {
        return unknown(value.sent(), shape, hint(shape, name, value.json()));
    }

    /// A member that has another name for certain, or none.
    Finding misspelt(JsonPointer at, StructureShape shape, String name) {
        return unknown(at, shape, names.match(shape, name).hint());
    }

    /// @param hint the end of the sentence; empty if the members that are allowed are to be listed
    private static Finding unknown(JsonPointer at, StructureShape shape, String hint) {
        String predicate = notAMember(shape);
        return finding(
                at,
                hint.isEmpty()
                        ? ShapeMessages.withList(
                                at, predicate + ", allowed: ", shape.members().keySet())
                        : predicate + hint);
    }

    /// A member that holds the request.
    Finding wrapper(JsonPointer at, boolean isCloudFormation, StructureShape input) {
        String request =
                isCloudFormation ? "the request as a resource of CloudFormation" : "the request";
        return finding(
                at, notAMember(input) + ", it holds %s; send what is under it".formatted(request));
    }

    /// A member of DescribeCluster's answer.
    ///
    /// @param requested the member of a request that takes its value
    Finding ofDescribeCluster(JsonPointer at, StructureShape shape, Optional<String> requested) {
        String what =
                requested
                        .map(", DescribeCluster's answer alone has it: in a request it is "::concat)
                        .orElse(LEAVE_OUT);
        return finding(at, notAMember(shape) + what);
    }

    /// A member of another place.
    Finding misplaced(JsonPointer at, StructureShape shape, MemberPlace place) {
        return finding(at, notAMember(shape) + ", it belongs " + described(place));
    }

    /// The key of a pair that is written as a map.
    Finding pairAsMap(JsonPointer at, Shape shape) {
        return finding(at, notAMember(shape) + ", did you mean the Value of that Key?");
    }

    private static String notAMember(Shape shape) {
        return "is not a member of " + shape.name();
    }

    private static Finding finding(JsonPointer at, String predicate) {
        return ShapeMessages.error("unknown-member", at, predicate);
    }

    private String hint(StructureShape shape, String name, Json value) {
        if (model.answerMembers(shape.name()).contains(name)) return LEAVE_OUT;
        String hint = names.match(shape, name).hint();
        if (!hint.isEmpty()) return hint;
        Set<String> elsewhere =
                places.of(name).stream()
                        .map(place -> below(shape, place).orElseGet(() -> described(place)))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        if (elsewhere.isEmpty())
            return within(shape, value).map(", %s in it is"::formatted).orElse("");
        return ", it belongs "
                + elsewhere.stream().limit(MOST_PLACES).collect(Collectors.joining(" or "));
    }

    /// Where the member belongs, in words.
    private static String described(MemberPlace place) {
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
    private Optional<String> below(StructureShape shape, MemberPlace place) {
        return shape.members().entrySet().stream()
                .filter(member ->
                        model.shape(member.getValue()) instanceof StructureShape below
                                && below.member(place.name())
                                        .filter(of -> of.equals(place.shape().name()))
                                        .isPresent())
                .map(member -> "under " + member.getKey())
                .findFirst();
    }

    /// A member of the structure that is somewhere within the value.
    private static Optional<String> within(StructureShape shape, Json value) {
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
