package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.policy.Place;
import io.hyperpodgateway.policy.match.Glob;
import io.hyperpodgateway.policy.match.Globs;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads globs.
final class GlobReader {

    /// What other tools write in braces: alternatives, and placeholders in forms of their own.
    private static final Pattern OF_OTHER_TOOLS =
            Pattern.compile(
                    "\\{[^{}]*(?:,|account|region)[^{}]*}|\\$\\{|\\{\\{", Pattern.CASE_INSENSITIVE);

    private final NodeReader nodes;

    GlobReader(NodeReader nodes) {
        this.nodes = nodes;
    }

    /// Those of the items that are globs.
    Globs all(List<YamlNode> items, String what) {
        return new Globs(items.stream().flatMap(item -> one(item, what).stream()).toList());
    }

    /// A glob with no placeholders but those that can be filled in.
    Optional<Glob> one(YamlNode node, String what) {
        return nodes.text(node, what)
                .filter(text -> nodes.hasKnownPlaceholders(node, text, Place.PLACEHOLDERS))
                .filter(text -> isOfThisTool(node, text))
                .map(Glob::new);
    }

    private boolean isOfThisTool(YamlNode node, String text) {
        String unfilled = text.replaceAll("(?<![{$])\\{(accountId|region)}(?!})", "");
        if (!OF_OTHER_TOOLS.matcher(unfilled).find()) return true;
        nodes.mistake(
                node,
                "placeholder",
                "%s: in globs only {accountId} and {region} are filled in, and {a,b} is not expanded; write a glob for each"
                        .formatted(text));
        return false;
    }
}
