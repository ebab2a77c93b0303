package io.hyperpodgateway.shape;

import io.hyperpodgateway.finding.Findings;
import io.hyperpodgateway.text.NearestNames;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Guesses at the names of one document. For one shape as many names are looked at as an answer
/// shows findings, and no more: a large body may hold tens of thousands of unknown ones.
public final class Guesses {

    private final Map<String, Map<String, Guess>> made = new HashMap<>();

    /// What may be meant by the name, which the shape does not know.
    public Guess of(String shape, String written, Collection<String> known) {
        if (written.length() > NearestNames.LONGEST) return Guess.NONE;
        Map<String, Guess> ofShape = made.computeIfAbsent(shape, _ -> new HashMap<>());
        Optional<Guess> before = Optional.ofNullable(ofShape.get(written));
        if (before.isPresent()) return before.get();
        if (ofShape.size() == Findings.MAX) return Guess.NONE;
        Guess guess = Guess.of(written, known);
        ofShape.put(written, guess);
        return guess;
    }
}
