package io.hyperpodgateway.policy.document;

import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a text breaks that is neither YAML nor JSON, and what its author may have to do: mostly,
/// put something in quotes.
final class SyntaxAdvice {

    private static final String IN_BRACKETS =
            "separate items with commas, close brackets, and quote text that holds {, }, [, ] or a"
                    + " comma";

    /// By what the library was about when it stopped.
    private static final Map<String, String> ADVICE =
            Map.of(
                    "while scanning an alias", "quote text that begins with *",
                    "while scanning an anchor", "quote text that begins with &",
                    "while scanning for the next token",
                            "indent with spaces, and quote text that begins so",
                    "while parsing a flow sequence", IN_BRACKETS,
                    "while parsing a flow mapping", IN_BRACKETS,
                    "while scanning a double-quoted scalar",
                            "write a backslash twice in double quotes, once in single quotes");

    private static final Pattern ASIDE = Pattern.compile("\\. \\(Do not use .*", Pattern.DOTALL);
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

    private SyntaxAdvice() {}

    static String on(MarkedYamlEngineException e) {
        String problem = ASIDE.matcher(e.getProblem()).replaceFirst("");
        String advice =
                Optional.ofNullable(e.getContext()).map(ADVICE::get).map("; "::concat).orElse("");
        return UNPRINTABLE.matcher(problem).replaceAll("\uFFFD") + advice;
    }
}
