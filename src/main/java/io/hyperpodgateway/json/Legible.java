package io.hyperpodgateway.json;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody's own text as messages quote it: cut where nobody reads on, and nothing in it that
/// changes how the words around it read.
public final class Legible {

    private static final int MAX_TOKEN = 40;
    private static final int MAX_PLACE = 130;

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

    private Legible() {}

    /// A place as the subject of a sentence: all of one that names members; long names and long
    /// places are cut, and what cannot be printed is escaped.
    public static String place(JsonPointer pointer) {
        String text = pointer.toString();
        if (text.length() <= MAX_TOKEN && isPlain(text)) return text;
        var tokens = new StringBuilder();
        for (String token : pointer.tokens()) {
            tokens.append(JsonPointer.ROOT.member(shown(token, MAX_TOKEN)));
        }
        return cut(tokens.toString(), MAX_PLACE);
    }

    /// At most so many characters of a text, what cannot be printed escaped.
    public static String shown(String text, int longest) {
        return cut(escaped(cut(text, longest)), longest);
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

    /// The text, or as many of its first code points as a sentence bears.
    public static String cut(String text, int longest) {
        if (text.length() <= longest) return text;
        if (text.codePointCount(0, text.length()) <= longest) return text;
        return text.substring(0, text.offsetByCodePoints(0, longest)) + "…";
    }

    /// Whether all of it can be printed anywhere, as nearly all messages can: characters of ASCII
    /// from the blank on.
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') return false;
        }
        return true;
    }
}
