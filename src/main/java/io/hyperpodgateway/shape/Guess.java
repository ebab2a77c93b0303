package io.hyperpodgateway.shape;

import io.hyperpodgateway.text.NearestNames;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What a name that is not known may mean.
///
/// @param names the known names that come near, the ones to hint at
/// @param likeness how near they come
public record Guess(List<String> names, Likeness likeness) {

    /// Nothing comes near.
    static final Guess NONE = new Guess(List.of(), Likeness.VAGUE);

    /// How near a name comes.
    public enum Likeness {
        /// The same but for letter case and separators.
        SPELLING,
        /// Another word for it, or the name with a slip of the finger.
        WORD,
        /// Near enough for a hint.
        VAGUE
    }

    public Guess {
        names = List.copyOf(names);
    }

    /// What is meant by the name among those that are known.
    public static Guess of(String written, Collection<String> known) {
        List<String> nearest = NearestNames.of(written, known);
        if (nearest.size() == 1) {
            int slips = NearestNames.slipsBetween(written, nearest.getFirst(), 0);
            if (slips == 0) return new Guess(nearest, Likeness.SPELLING);
        }
        List<String> others = OtherWords.of(written, known);
        if (others.size() == 1) return new Guess(others, Likeness.WORD);
        boolean certain = nearest.size() == 1 && Slip.isCertain(written, nearest.getFirst());
        return new Guess(nearest, certain ? Likeness.WORD : Likeness.VAGUE);
    }

    /// The one name that is meant for certain, provided that the value goes with it.
    public Optional<String> certain() {
        return likeness == Likeness.VAGUE ? Optional.empty() : names.stream().findFirst();
    }

    /// The end of a sentence: ", did you mean X?", nothing if nothing comes near.
    public String hint() {
        return NearestNames.hint(names);
    }
}
