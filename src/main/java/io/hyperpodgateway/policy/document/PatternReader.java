package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.policy.match.WholePattern;

import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/// Reads regular expressions.
final class PatternReader {

    /// As long as a pattern may be, in UTF-16 units.
    private static final int MAX = 1000;

    private final NodeReader nodes;
    private final PlaceholderReader placeholders;

    PatternReader(NodeReader nodes, PlaceholderReader placeholders) {
        this.nodes = nodes;
        this.placeholders = placeholders;
    }

    /// A regular expression that compiles.
    Optional<WholePattern> read(YamlNode node, String what) {
        return nodes.text(node, what)
                .filter(text -> placeholders.areNoneInPattern(node, text))
                .flatMap(text -> compiled(node, what, text));
    }

    private Optional<WholePattern> compiled(YamlNode node, String what, String text) {
        if (text.length() > MAX) {
            nodes.mistake(
                    node,
                    "length",
                    "%s has %d characters, at most %d are allowed"
                            .formatted(what, text.length(), MAX));
            return Optional.empty();
        }
        try {
            return Optional.of(WholePattern.of(text));
        } catch (PatternSyntaxException e) {
            nodes.mistake(
                    node,
                    "pattern",
                    "%s does not compile: %s at its character %d"
                            .formatted(what, e.getDescription(), e.getIndex() + 1));
            return Optional.empty();
        }
    }
}
