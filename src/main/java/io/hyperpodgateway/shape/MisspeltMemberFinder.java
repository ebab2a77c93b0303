package io.hyperpodgateway.shape;

import io.hyperpodgateway.finding.Findings;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.model.Shape.StructureShape;
import io.hyperpodgateway.shape.NameMatch.Likeness;
import io.hyperpodgateway.text.NearestNames;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the members of one document that have a wrong name. Of one shape as many names are
/// compared as an answer shows findings, and no more: a large body may hold tens of thousands of
/// unknown ones.
final class MisspeltMemberFinder {

    private final ServiceModel model;
    private final Map<String, Map<String, NameMatch>> matches = new HashMap<>();

    MisspeltMemberFinder(ServiceModel model) {
        this.model = model;
    }

    /// The structure's members that are like the name, which it does not know.
    NameMatch match(StructureShape shape, String name) {
        return match(shape.name(), name, shape.members().keySet());
    }

    /// The shape's names that are like the one written, which is none of them.
    NameMatch match(String shape, String written, Collection<String> known) {
        if (written.length() > NearestNames.LONGEST) return NameMatch.NONE;
        Map<String, NameMatch> ofShape = matches.computeIfAbsent(shape, _ -> new HashMap<>());
        if (ofShape.size() == Findings.MAX) return ofShape.getOrDefault(written, NameMatch.NONE);
        return ofShape.computeIfAbsent(written, _ -> NameMatch.of(written, known));
    }

    /// The right names of an object's members by their wrong ones, where these are certain: each is
    /// like one member, which the object does not have, and no other of its names is like that too.
    Map<String, String> rightNames(StructureShape shape, JsonObject object) {
        if (shape.members().keySet().containsAll(object.members().keySet())) return Map.of();
        var right = new HashMap<String, String>();
        Set<String> taken = new HashSet<>(object.members().keySet());
        Set<String> disputed = new HashSet<>();
        object.members()
                .forEach((name, value) ->
                        rightName(shape, name, value)
                                .ifPresent(member -> {
                                    right.put(name, member);
                                    if (!taken.add(member)) disputed.add(member);
                                }));
        right.values().removeAll(disputed);
        return right;
    }

    private Optional<String> rightName(StructureShape shape, String name, Json value) {
        if (shape.member(name).isPresent()) return Optional.empty();
        NameMatch match = match(shape, name);
        return match.certain()
                .filter(member ->
                        match.likeness() == Likeness.SAME_LETTERS || fits(shape, member, value));
    }

    private boolean fits(StructureShape shape, String member, Json value) {
        return shape.member(member)
                .filter(of -> ValueCoercion.fits(model.shape(of), value))
                .isPresent();
    }
}
