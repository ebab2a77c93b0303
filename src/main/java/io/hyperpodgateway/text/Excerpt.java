package io.hyperpodgateway.text;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Excerpts of what somebody sent, as messages quote it: cut where nobody reads on, and nothing in
/// them that changes how the words around them read.
public final class Excerpt {

    /// The longest message, in characters.
    public static final int MAX_SENTENCE = 299;

    private static final int MAX_TOKEN = 40;
    private static final int MAX_PLACE = 130;
    private static final int MAX_VALUE = 100;
    private static final int MAX_QUOTE = 61;
    private static final int MAX_LIST = 140;

    // Control and format characters (the bidirectional ones are such), separators of lines, halves
    // of characters: what would change how the sentence around them is read.
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

    // Whatever is neither blank, unassigned, a format character nor a mark that needs a letter. The
    // characters named one by one are letters and symbols by Unicode, and look like blanks: fillers
    // of Hangul, the Braille pattern without dots, blank hieroglyphs, the note without a head.
    private static final Pattern VISIBLE =
            Pattern.compile(
                    "[^\\p{C}\\p{Z}\\p{Mn}\\p{Me}\\u115F\\u1160\\u3164\\uFFA0\\u2800"
                            + "\\x{13441}\\x{13442}\\x{1D159}]");

    private Excerpt() {}

    /// A JSON Pointer as the subject of a sentence: all of one that names members; long names and
    /// long pointers are cut, and what cannot be printed is escaped.
    ///
    /// @param tokens its tokens, `~` and `/` in them escaped
    public static String pointer(List<String> tokens) {
        String text = tokens.stream().map("/"::concat).collect(Collectors.joining());
        if (text.length() <= MAX_TOKEN && isPlain(text)) return text;
        String shown =
                tokens.stream()
                        .map(token -> "/" + of(token, MAX_TOKEN))
                        .collect(Collectors.joining());
        return cut(shown, MAX_PLACE);
    }

    /// At most so many characters of a text, what cannot be printed escaped.
    public static String of(String text, int longest) {
        return cut(escaped(cut(text, longest)), longest);
    }

    /// The caller's own value, at most 100 characters of it; `""` if it is empty.
    public static String value(String value) {
        return value.isEmpty() ? "\"\"" : of(value, MAX_VALUE);
    }

    /// The caller's own text in quotes, as JSON writes it, at most 60 characters of it.
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
        return switch (codePoint) {
            case '"', '\\' -> "\\" + (char) codePoint;
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> escaped(Character.toString(codePoint));
        };
    }

    /// What the operator wrote, at most 140 characters of it.
    public static String term(Object term) {
        return of(term.toString(), MAX_LIST);
    }

    /// The items one after the other, as many as about 140 characters hold.
    public static String list(Collection<?> items) {
        return list(items, MAX_LIST);
    }

    /// The items one after the other, as many as fit, with the number of the others; "nothing" if
    /// there are none.
    ///
    /// @param room in characters; the first item is shown in any case
    public static String list(Collection<?> items, int room) {
        if (items.isEmpty()) return "nothing";
        List<String> texts = items.stream().map(Excerpt::term).toList();
        String all = String.join(", ", texts);
        if (all.length() <= room) return all;
        var shown = new StringBuilder(texts.getFirst());
        int left = texts.size() - 1;
        for (String text : texts.subList(1, texts.size())) {
            if (shown.length() + 2 + text.length() + others(left - 1).length() > room) break;
            shown.append(", ").append(text);
            left--;
        }
        return left > 0 ? shown + others(left) : shown.toString();
    }

    private static String others(int count) {
        return " and %d more".formatted(count);
    }

    /// A whole message, as long as one may be.
    public static String sentence(String text) {
        if (text.length() <= MAX_SENTENCE) return text;
        int end = MAX_SENTENCE - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) end--;
        return text.substring(0, end) + "…";
    }

    /// The text with every character escaped, as in JSON, that could not be seen for what it is.
    public static String escaped(String text) {
        if (isPlain(text)) return text;
        return UNPRINTABLE
                .matcher(text)
                .replaceAll(match ->
                        match.group()
                                .chars()
                                .mapToObj("\\\\u%04x"::formatted)
                                .collect(Collectors.joining()));
    }

    /// The text with U+FFFD in the place of every such character.
    public static String replaced(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("\uFFFD");
    }

    /// Whether the text has a character that can be seen.
    public static boolean isVisible(String text) {
        return VISIBLE.matcher(text).find();
    }

    /// The text, or as many of its first code points.
    public static String cut(String text, int longest) {
        if (text.length() <= longest) return text;
        if (text.codePointCount(0, text.length()) <= longest) return text;
        return text.substring(0, text.offsetByCodePoints(0, longest)) + "…";
    }

    /// Whether all of it can be printed anywhere: characters of ASCII from the blank on.
    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }
}
