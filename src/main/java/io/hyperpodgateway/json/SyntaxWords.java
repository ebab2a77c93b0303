package io.hyperpodgateway.json;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is wrong with the syntax of a text, in words, where it is what people often take for JSON.
final class SyntaxWords {

    private static final Pattern NO_NUMBER = Pattern.compile("Non-standard token '([^']*)'.*");

    private static final String QUOTES = "'`\u2018\u2019\u201c\u201d";

    private final String text;
    private final int at;

    private SyntaxWords(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /// The words, if there are any.
    ///
    /// @param at where the parser stopped, in characters
    /// @param problem what the parser says
    static Optional<String> of(String text, long at, String problem) {
        Matcher noNumber = NO_NUMBER.matcher(problem);
        if (noNumber.matches()) return Optional.of(noNumber.group(1) + " is no number in JSON");
        if (problem.contains(" surrogate "))
            return Optional.of("a name has a surrogate without its other half");
        boolean isCharacter = problem.startsWith("Unexpected character ");
        return isCharacter && at >= 0 && at < text.length()
                ? new SyntaxWords(text, (int) at).words()
                : Optional.empty();
    }

    private Optional<String> words() {
        char stop = text.charAt(at);
        if (stop == '#' || text.startsWith("//", at) || text.startsWith("/*", at))
            return Optional.of("a comment stands here, JSON has none");
        if (QUOTES.indexOf(stop) >= 0)
            return Optional.of("JSON takes straight double quotes around texts and names alone");
        if ((stop == '}' || stop == ']') && isBehindComma())
            return Optional.of(
                    "a comma stands before the closing %c, leave it out".formatted(stop));
        return Optional.empty();
    }

    private boolean isBehindComma() {
        int before = at - 1;
        while (before >= 0 && " \t\r\n".indexOf(text.charAt(before)) >= 0) before--;
        return before >= 0 && text.charAt(before) == ',';
    }
}
