package io.hyperpodgateway.drift.file;

import java.util.LinkedHashSet;
import java.util.Set;

/// Limits the size of a model: shapes that refer to each other twice double with each step, and a
/// forged file could exhaust its reader.
final class Extent {

    /// Twenty times the places of today's model.
    private static final int MOST_PLACES = 20_000;

    private static final int DEEPEST = 100;

    private final Model model;
    private final Set<String> within = new LinkedHashSet<>();
    private int places;

    private Extent(Model model) {
        this.model = model;
    }

    /// @throws UnusableModelException if the operations reach more or deeper places than any true
    ///   model has
    static void check(Model model) throws UnusableModelException {
        var extent = new Extent(model);
        for (String operation : Model.OPERATIONS) {
            for (String direction : Model.DOCUMENTS) {
                var shape = model.target(operation, direction);
                if (shape.isPresent()) extent.measure(shape.get());
            }
            for (String error : model.errors(operation)) extent.measure(error);
        }
    }

    private void measure(String shape) throws UnusableModelException {
        if (++places > MOST_PLACES)
            throw new UnusableModelException("reaches more than %d places".formatted(MOST_PLACES));
        if (!within.add(shape)) return;
        if (within.size() > DEEPEST)
            throw new UnusableModelException("reaches deeper than %d".formatted(DEEPEST));
        for (String part : model.parts(shape).values()) measure(part);
        within.remove(shape);
    }
}
