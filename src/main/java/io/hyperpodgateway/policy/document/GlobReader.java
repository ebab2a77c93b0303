package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.policy.Place;
import io.hyperpodgateway.policy.match.Glob;
import io.hyperpodgateway.policy.match.Globs;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Reads globs and the placeholders in them.
final class GlobReader {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    private final NodeReader nodes;

    GlobReader(NodeReader nodes) {
        this.nodes = nodes;
    }

    /// Those of the items that are globs.
    Globs all(List<YamlNode> items, String what) {
        return new Globs(items.stream().flatMap(item -> one(item, what).stream()).toList());
    }

    /// A glob in which no placeholder stands but those that can be filled in.
    Optional<Glob> one(YamlNode node, String what) {
        return nodes.text(node, what)
                .filter(text -> hasKnownPlaceholders(node, text))
                .map(Glob::new);
    }

    private boolean hasKnownPlaceholders(YamlNode node, String text) {
        List<String> unknown =
                PLACEHOLDER
                        .matcher(text)
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .filter(name -> !Place.PLACEHOLDERS.contains(name))
                        .toList();
        unknown.forEach(name -> refuse(node, name));
        return unknown.isEmpty();
    }

    private void refuse(YamlNode node, String name) {
        nodes.mistake(
                node,
                "placeholder",
                "{%s} is no placeholder%s; {accountId} and {region} are"
                        .formatted(name, nodes.hint(name, Place.PLACEHOLDERS)));
    }
}
