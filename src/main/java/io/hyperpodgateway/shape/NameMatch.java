package io.hyperpodgateway.shape;

import io.hyperpodgateway.text.NearestNames;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The known names that are like one that is not known.
///
/// @param names these names, the ones to hint at
/// @param likeness how like they are
record NameMatch(List<String> names, Likeness likeness) {

    /// No name is like it.
    static final NameMatch NONE = new NameMatch(List.of(), Likeness.SIMILAR);

    /// How like one name is to another.
    enum Likeness {
        /// The same but for letter case and separators.
        SAME_LETTERS,
        /// Another word for it, or the name with a typo.
        SYNONYM_OR_TYPO,
        /// Similar enough for a hint.
        SIMILAR
    }

    NameMatch {
        names = List.copyOf(names);
    }

    static NameMatch of(String written, Collection<String> known) {
        List<String> nearest = NearestNames.of(written, known);
        if (nearest.size() == 1) {
            int distance = NearestNames.distanceBetween(written, nearest.getFirst(), 0);
            if (distance == 0) return new NameMatch(nearest, Likeness.SAME_LETTERS);
        }
        List<String> synonyms = Synonyms.of(written, known);
        if (synonyms.size() == 1) return new NameMatch(synonyms, Likeness.SYNONYM_OR_TYPO);
        boolean isTypo = nearest.size() == 1 && Typo.isCertain(written, nearest.getFirst());
        return new NameMatch(nearest, isTypo ? Likeness.SYNONYM_OR_TYPO : Likeness.SIMILAR);
    }

    /// The one name that is certainly the right one, provided that the value fits.
    Optional<String> certain() {
        return likeness == Likeness.SIMILAR ? Optional.empty() : names.stream().findFirst();
    }

    /// The end of a sentence: ", did you mean X?"; empty if no name is like it.
    String hint() {
        return NearestNames.hint(names);
    }
}
