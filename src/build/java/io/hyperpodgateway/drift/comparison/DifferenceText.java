package io.hyperpodgateway.drift.comparison;

import java.util.List;

/// A difference and its places: member names joined by `/`, with `*` for every item of a list, `{}`
/// for every value of a map and `{name}` for its keys.
public record DifferenceText(Difference difference, List<String> places) {

    public DifferenceText {
        places = List.copyOf(places);
    }
}
