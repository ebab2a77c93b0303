package io.hyperpodgateway.shape;

import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells a pattern of the service model, which is Java's and for whole values, in the words that
/// ECMA-262 (with its flag `u`) and Java have in common.
///
/// The two differ in what `.` and `\s` take, and `u` refuses every escape that needs none. What
/// Java alone has (possessive quantifiers, flags, sets within sets) cannot be converted.
final class EcmaPattern {

    /// The end, and nothing after it: a `$` alone lets the end of a line follow in Java.
    private static final String END = "$(?![^\\n]|\\n)";

    private static final Pattern PART =
            Pattern.compile(
                    """
                    \\[ (?: \\\\. | [^\\\\\\[\\]] )+ ]
                    | \\\\ (?: [pP]\\{[A-Z][a-z]?} | u[0-9a-fA-F]{4} | [dDwWsStrnf] | [^A-Za-z0-9] )
                    | \\( (?: \\? (?: : | <?[=!] ) | (?!\\?) )
                    | (?: [*+?] | \\{\\d+(?:,\\d*)?} ) \\?? (?!\\+)
                    | [^\\\\\\[(*+?{]
                    """,
                    Pattern.COMMENTS);

    private static final Pattern PART_OF_SET =
            Pattern.compile(
                    """
                    \\\\ (?: [pP]\\{[A-Z][a-z]?} | [dDwWsS] ) -?
                    | \\\\ (?: u[0-9a-fA-F]{4} | [trnf] | [^A-Za-z0-9] )
                    | &(?!&) | [^\\\\&]
                    """,
                    Pattern.COMMENTS);

    private static final Set<String> EVERYTHING = Set.of("[\\s\\S]", "[\\S\\s]");
    private static final String ANYTHING = "(?:[^\\n]|\\n)";
    private static final String NO_LINE_END = "[^\\n\\r\\u0085\\u2028\\u2029]";
    private static final String SPACE = "\\t-\\r ";
    private static final String NO_SPACE = "\\u0000-\\u0008\\u000e-\\u001f!-\\udbff\\udfff";
    private static final String SYNTAX = "^$\\.*+?()[]{}|/";

    private final String pattern;

    private EcmaPattern(String pattern) {
        this.pattern = pattern;
    }

    /// A pattern without flags that finds a text where the given one matches the whole of it.
    ///
    /// @throws IllegalArgumentException if it says what ECMA-262 cannot, with the pattern
    static String of(String pattern) {
        return "^(?:" + new EcmaPattern(pattern).converted() + ")" + END;
    }

    private String converted() {
        return converted(pattern, PART, this::part);
    }

    private String converted(String text, Pattern parts, UnaryOperator<String> conversion) {
        Matcher part = parts.matcher(text);
        var converted = new StringBuilder();
        for (int at = 0; at < text.length(); at = part.end()) {
            if (!part.region(at, text.length()).lookingAt()) {
                throw new IllegalArgumentException(
                        "ECMA-262 has no words for %s of %s"
                                .formatted(text.substring(at), pattern));
            }
            converted.append(conversion.apply(part.group()));
        }
        return converted.toString();
    }

    private String part(String part) {
        return switch (part) {
            case "." -> NO_LINE_END;
            case "\\s" -> "[" + SPACE + "]";
            case "\\S" -> "[^" + SPACE + "]";
            case "]", "}" -> "\\" + part;
            case String set when set.startsWith("[") -> set(set);
            case String _ -> escape(part, SYNTAX);
        };
    }

    private String set(String set) {
        if (EVERYTHING.contains(set)) return ANYTHING;
        String start = set.startsWith("[^") ? "[^" : "[";
        String items = set.substring(start.length(), set.length() - 1);
        return start + converted(items, PART_OF_SET, this::partOfSet) + "]";
    }

    /// A hyphen after a whole set of characters means itself, which `u` wants to be escaped.
    private String partOfSet(String part) {
        return switch (part) {
            case "\\s" -> SPACE;
            case "\\S" -> NO_SPACE;
            case String set when set.length() > 2 && set.endsWith("-") ->
                    partOfSet(set.substring(0, set.length() - 1)) + "\\-";
            case String _ -> escape(part, SYNTAX + "-");
        };
    }

    /// The escape, or what it means where it needs none.
    private static String escape(String part, String needing) {
        boolean isNeeded =
                part.length() != 2
                        || !part.startsWith("\\")
                        || Character.isLetter(part.charAt(1))
                        || needing.indexOf(part.charAt(1)) >= 0;
        return isNeeded ? part : part.substring(1);
    }
}
