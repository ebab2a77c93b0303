package io.hyperpodgateway.shape;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.model.Shape.StructureShape;
import io.hyperpodgateway.shape.Guess.Likeness;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the members of an object that stand there under a wrong name for certain: it means one
/// member, which is not there, and no other name means it too.
public final class Renames {

    private final ServiceModel model;
    private final Guesses guesses;

    public Renames(ServiceModel model, Guesses guesses) {
        this.model = model;
        this.guesses = guesses;
    }

    /// The right names by the wrong ones.
    public Map<String, String> of(StructureShape shape, JsonObject object) {
        if (shape.members().keySet().containsAll(object.members().keySet())) return Map.of();
        var right = new HashMap<String, String>();
        Set<String> wanted = new HashSet<>(object.members().keySet());
        Set<String> disputed = new HashSet<>();
        object.members()
                .forEach((name, value) ->
                        meant(shape, name, value)
                                .ifPresent(member -> {
                                    right.put(name, member);
                                    if (!wanted.add(member)) disputed.add(member);
                                }));
        right.values().removeAll(disputed);
        return right;
    }

    private Optional<String> meant(StructureShape shape, String name, Json value) {
        if (shape.member(name).isPresent()) return Optional.empty();
        Guess guess = guesses.of(shape.name(), name, shape.members().keySet());
        return guess.certain()
                .filter(member ->
                        guess.likeness() == Likeness.SPELLING || fits(shape, member, value));
    }

    private boolean fits(StructureShape shape, String member, Json value) {
        return shape.member(member).filter(of -> Meant.fits(model.shape(of), value)).isPresent();
    }
}
