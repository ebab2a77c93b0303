package io.hyperpodgateway.policy.check;

import java.util.Collection;
import java.util.stream.Collectors;

/// How messages write what is long.
final class Wording {

    private static final int MAX_ITEMS = 10;
    private static final int MAX_VALUE = 200;

    private Wording() {}

    /// The items after each other, cut after ten with the number of the others; "nothing" if there
    /// are none.
    static String list(Collection<?> items) {
        if (items.isEmpty()) return "nothing";
        String shown =
                items.stream()
                        .limit(MAX_ITEMS)
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "));
        int left = items.size() - MAX_ITEMS;
        return left > 0 ? "%s and %d more".formatted(shown, left) : shown;
    }

    /// The caller's own value, cut where nobody reads on.
    static String value(String value) {
        if (value.isEmpty()) return "\"\"";
        if (value.codePointCount(0, value.length()) <= MAX_VALUE) return value;
        return value.substring(0, value.offsetByCodePoints(0, MAX_VALUE)) + "…";
    }
}
