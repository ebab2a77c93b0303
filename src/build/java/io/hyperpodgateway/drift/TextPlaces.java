package io.hyperpodgateway.drift;

import io.hyperpodgateway.drift.file.Model;
import io.hyperpodgateway.drift.file.ShapeKind;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.SequencedMap;
import java.util.Set;

/// Finds every place of CreateCluster's document that can contain a caller's text.
final class TextPlaces {

    private final Model model;
    private final SequencedMap<String, String> places = new LinkedHashMap<>();
    private final Set<String> within = new LinkedHashSet<>();

    private TextPlaces(Model model) {
        this.model = model;
    }

    /// The name of the shape at each place: texts, choices, times (which may be written as texts),
    /// and maps, whose keys are the caller's. A recursive shape is followed once.
    static SequencedMap<String, String> of(Model model) {
        var texts = new TextPlaces(model);
        texts.collect("", model.target(Model.CREATE, Model.INPUT).orElseThrow());
        return texts.places;
    }

    private void collect(String path, String shape) {
        if (!within.add(shape)) return;
        switch (ShapeKind.of(model.shape(shape))) {
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
