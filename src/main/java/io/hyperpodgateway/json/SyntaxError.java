package io.hyperpodgateway.json;

import io.hyperpodgateway.text.Excerpt;

import tools.jackson.core.JacksonException;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Why the parser stopped, in its own words or, where a text is what people often take for JSON, in
/// better ones.
///
/// @param text what was read
/// @param at where the parser stopped, in characters
/// @param problem what the parser says
record SyntaxError(String text, long at, String problem) {

    /// The rule that most of such texts break.
    static final String RULE = "syntax";

    // What the parser says of its own settings and of sources that it may not show.
    private static final Pattern ASIDES =
            Pattern.compile(
                    " \\((start marker at|for \\w+ starting at) \\[[^\\]]*\\]\\)"
                            + "|:? enable `[^`]*` to allow"
                            + "|: maybe a \\(non-standard\\) comment\\?.*");

    private static final Pattern NO_NUMBER = Pattern.compile("Non-standard token '([^']*)'.*");

    private static final String QUOTES = "'`\u2018\u2019\u201c\u201d";

    static SyntaxError of(String text, JacksonException e) {
        String problem = Excerpt.replaced(ASIDES.matcher(e.getOriginalMessage()).replaceAll(""));
        return new SyntaxError(text, e.getLocation().getCharOffset(), problem);
    }

    /// In a value the reader itself finds a lone surrogate; in a name the parser stops at it.
    String rule() {
        return isSurrogate() ? "lone-surrogate" : RULE;
    }

    private boolean isSurrogate() {
        return problem.contains(" surrogate ");
    }

    String message() {
        Matcher noNumber = NO_NUMBER.matcher(problem);
        if (noNumber.matches()) return noNumber.group(1) + " is no number in JSON";
        if (isSurrogate()) return "a name has a surrogate without its other half";
        boolean isCharacter = problem.startsWith("Unexpected character ");
        return isCharacter && at >= 0 && at < text.length() ? advice().orElse(problem) : problem;
    }

    private Optional<String> advice() {
        char stop = text.charAt((int) at);
        if (stop == '#' || text.startsWith("//", (int) at) || text.startsWith("/*", (int) at))
            return Optional.of("a comment is here, JSON has none");
        if (QUOTES.indexOf(stop) >= 0)
            return Optional.of("JSON takes straight double quotes around texts and names alone");
        if ((stop == '}' || stop == ']') && isBehindComma())
            return Optional.of("a comma is before the closing %c, leave it out".formatted(stop));
        return Optional.empty();
    }

    private boolean isBehindComma() {
        int before = (int) at - 1;
        while (before >= 0 && " \t\r\n".indexOf(text.charAt(before)) >= 0) before--;
        return before >= 0 && text.charAt(before) == ',';
    }
}
