package io.hyperpodgateway.policy.document;

import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds the placeholders in a text: `{accountId}`. One that is not filled in there is a mistake,
/// for as plain text it would hardly be what its author wants.
final class PlaceholderReader {

    private static final Pattern NAMED = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");

    /// In a pattern some braces belong to the character before them: `\p{L}`.
    private static final Pattern IN_PATTERN = Pattern.compile("(?<!\\\\[pPxNk])" + NAMED.pattern());

    private final NodeReader nodes;

    PlaceholderReader(NodeReader nodes) {
        this.nodes = nodes;
    }

    /// Whether the text has no placeholders but known ones; notes the others.
    boolean areKnown(YamlNode node, String text, Collection<String> known) {
        return areKnown(node, text, NAMED, known);
    }

    /// Whether a regular expression has no placeholders; notes those that it has.
    boolean areNoneInPattern(YamlNode node, String text) {
        return areKnown(node, text, IN_PATTERN, List.of());
    }

    private boolean areKnown(
            YamlNode node, String text, Pattern placeholder, Collection<String> known) {
        if (text.indexOf('{') < 0) return true;
        List<String> unknown =
                placeholder
                        .matcher(text)
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .filter(name -> !known.contains(name))
                        .toList();
        unknown.forEach(name -> refuse(node, name, known));
        return unknown.isEmpty();
    }

    private void refuse(YamlNode node, String name, Collection<String> known) {
        String others =
                known.isEmpty()
                        ? "there are none here"
                        : known.stream()
                                .collect(Collectors.joining("}, {", "those here are {", "}"));
        nodes.mistake(
                node,
                "placeholder",
                "{%s} is not a placeholder%s; %s".formatted(name, nodes.hint(name, known), others));
    }
}
