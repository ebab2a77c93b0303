package io.hyperpodgateway.http;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Patterns that common engines support: ECMA-262 with its flag `u`, Java's, and Python's `re`,
/// with which OpenAPI documents are checked.
final class CommonPattern {

    /// An escape that one of them lacks, or a group other than plain and lookahead. What follows an
    /// escaped backslash is no escape.
    private static final Pattern UNCOMMON =
            Pattern.compile(
                    "(?<!\\\\)(?:\\\\\\\\)*(?:\\\\[a-zA-Z0-9&&[^dDwWsStrnfu]]|\\(\\?(?![:=!]))");

    private static final Pattern CATEGORY = Pattern.compile("\\\\[pP]\\{([A-Z])[a-z]?}");

    private static final Map<String, String> CATEGORIES =
            Map.of(
                    "L", "a letter",
                    "M", "a combining mark",
                    "N", "a number",
                    "P", "punctuation",
                    "S", "a symbol",
                    "Z", "a space or another separator");

    private CommonPattern() {}

    static boolean is(String pattern) {
        return !UNCOMMON.matcher(pattern).find();
    }

    /// The description that replaces a pattern.
    static String words(String pattern) {
        String categories =
                CATEGORY.matcher(pattern)
                        .results()
                        .map(found ->
                                "; "
                                        + found.group()
                                        + " is "
                                        + CATEGORIES.getOrDefault(
                                                found.group(1), "a character of that category"))
                        .distinct()
                        .collect(Collectors.joining());
        return " (no `pattern` here, since not every engine knows it; `GET /schema` has it%s)"
                .formatted(categories);
    }
}
