package io.hyperpodgateway.drift;

import io.hyperpodgateway.drift.file.Kind;
import io.hyperpodgateway.drift.file.Model;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.SequencedMap;
import java.util.Set;

/// Finds every place of CreateCluster's document that a caller's text may stand in.
final class TextPlaces {

    private final Model model;
    private final SequencedMap<String, String> places = new LinkedHashMap<>();
    private final Set<String> within = new LinkedHashSet<>();

    private TextPlaces(Model model) {
        this.model = model;
    }

    /// The name of the shape at each: texts, choices, times (which may be written as texts), and
    /// maps, in which the caller writes the names. A shape within itself is followed once.
    static SequencedMap<String, String> of(Model model) {
        var texts = new TextPlaces(model);
        texts.collect("", model.target(Model.CREATE, Model.INPUT).orElseThrow());
        return texts.places;
    }

    private void collect(String path, String shape) {
        if (!within.add(shape)) return;
        switch (Kind.of(model.shape(shape))) {
            case TEXT, CHOICE, TIMESTAMP, MAP -> places.put(path, shape);
            case STRUCTURE, LIST, INTEGER, BOOLEAN, OTHER -> {}
        }
        model.parts(shape)
                .forEach((part, below) -> {
                    if (!part.equals(Model.MAP_NAME)) collect(Model.below(path, part), below);
                });
        within.remove(shape);
    }
}
