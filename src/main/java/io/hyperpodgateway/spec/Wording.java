package io.hyperpodgateway.spec;

import java.util.Collection;
import java.util.stream.Collectors;

/// How messages write what is long.
public final class Wording {

    private static final int MAX_ITEMS = 10;
    private static final int MAX_VALUE = 200;

    private Wording() {}

    /// The items after each other, cut after ten with the number of the others; "nothing" if there
    /// are none.
    public static String list(Collection<?> items) {
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
    public static String value(String value) {
        if (value.isEmpty()) return "\"\"";
        return cut(value, MAX_VALUE);
    }

    /// The text, or as many of its first code points as a sentence bears.
    public static String cut(String text, int longest) {
        if (text.codePointCount(0, text.length()) <= longest) return text;
        return text.substring(0, text.offsetByCodePoints(0, longest)) + "…";
    }
}
