package io.hyperpodgateway.spec;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.Legible;

import java.util.Collection;
import java.util.stream.Collectors;

/// How messages write what is long.
public final class Wording {

    private static final int MAX_ITEMS = 10;
    private static final int MAX_VALUE = 200;
    private static final int MAX_QUOTE = 61;

    /// The longest message, in characters.
    public static final int MAX_SENTENCE = 299;

    private Wording() {}

    /// The names after each other, as many as fit, with the number of the others; "nothing" if
    /// there are none.
    ///
    /// @param room in characters; the first name is shown in any case
    public static String names(Collection<String> names, int room) {
        if (names.isEmpty()) return "nothing";
        String all = String.join(", ", names);
        if (all.length() <= room) return all;
        var shown = new StringBuilder();
        int left = names.size();
        for (String name : names) {
            String next = shown.isEmpty() ? name : ", " + name;
            boolean fits = shown.length() + next.length() + others(left - 1).length() <= room;
            if (!fits && !shown.isEmpty()) break;
            shown.append(next);
            left--;
        }
        return left > 0 ? shown + others(left) : shown.toString();
    }

    private static String others(int count) {
        return " and %d more".formatted(count);
    }

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
        return left > 0 ? shown + others(left) : shown;
    }

    /// The caller's own value, cut where nobody reads on.
    public static String value(String value) {
        if (value.isEmpty()) return "\"\"";
        return Legible.cut(value, MAX_VALUE);
    }

    /// The caller's own text in quotes, as JSON writes it: cut, and what cannot be printed escaped.
    public static String quoted(String text) {
        var shown = new StringBuilder("\"");
        int end = 0;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            String written = written(codePoint);
            if (shown.length() + written.length() > MAX_QUOTE)
                return shown.append("…\"").toString();
            shown.append(written);
            end += Character.charCount(codePoint);
        }
        return shown.append('"').toString();
    }

    private static String written(int codePoint) {
        boolean plain =
                codePoint >= ' ' && codePoint <= '~' && codePoint != '"' && codePoint != '\\';
        if (plain) return Character.toString(codePoint);
        String quoted = Json.of(Character.toString(codePoint)).toText();
        return Legible.escaped(quoted.substring(1, quoted.length() - 1));
    }

    /// A whole message, as long as one may be: under 300 characters.
    public static String sentence(String text) {
        if (text.length() <= MAX_SENTENCE) return text;
        int end = MAX_SENTENCE - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) end--;
        return text.substring(0, end) + "…";
    }
}
