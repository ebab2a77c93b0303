package io.hyperpodgateway.drift.comparison;

import io.hyperpodgateway.drift.file.Model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// Compares two models shape by shape, and collects the places of each pair of shapes.
final class Comparison {

    private final Model past;
    private final Model model;
    private final SequencedMap<Pair, List<String>> places = new LinkedHashMap<>();
    private final Set<Pair> within = new LinkedHashSet<>();

    Comparison(Model past, Model model) {
        this.past = past;
        this.model = model;
    }

    /// A shape of the past and its present counterpart.
    private record Pair(String past, String name) {}

    /// Compares the shapes at the root and below it, as far as both models have them.
    void compare(String root, String former, String name) {
        var pair = new Pair(former, name);
        if (!within.add(pair)) return;
        places.computeIfAbsent(pair, _ -> new ArrayList<>()).add(root);
        Map<String, String> parts = model.parts(name);
        for (var part : past.parts(former).entrySet()) {
            String now = parts.get(part.getKey());
            if (now != null) compare(Model.below(root, part.getKey()), part.getValue(), now);
        }
        within.remove(pair);
    }

    /// The differences, each with all its places, in the order of comparison, without those of an
    /// earlier comparison.
    List<DifferenceText> differences(Comparison earlier) {
        var texts = new ArrayList<DifferenceText>();
        places.forEach((pair, at) -> {
            if (earlier.places.containsKey(pair)) return;
            for (Difference difference :
                    ShapeComparison.of(past, pair.past(), model, pair.name())) {
                texts.add(
                        new DifferenceText(
                                difference,
                                at.stream()
                                        .map(place -> Model.below(place, difference.at()))
                                        .toList()));
            }
        });
        return texts;
    }
}
