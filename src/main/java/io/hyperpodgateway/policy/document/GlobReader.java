package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.policy.check.Glob;
import io.hyperpodgateway.policy.check.Globs;
import io.hyperpodgateway.policy.check.Place;
import io.hyperpodgateway.policy.check.WholePattern;
import io.hyperpodgateway.policy.document.Members.Member;

import org.snakeyaml.engine.v2.nodes.Node;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/// Reads globs, patterns and other texts that may hold placeholders: `{accountId}`. One that is not
/// filled in there is a mistake, for as plain text it would hardly be what its author wants.
final class GlobReader {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");

    /// In a pattern some braces belong to the character before them: `\p{L}`.
    private static final Pattern IN_PATTERN =
            Pattern.compile("(?<!\\\\[pPxNk])" + PLACEHOLDER.pattern());

    /// What other tools write in braces: alternatives, and placeholders in forms of their own.
    private static final Pattern OF_OTHER_TOOLS =
            Pattern.compile(
                    "\\{[^{}]*(?:,|account|region)[^{}]*}|\\$\\{|\\{\\{", Pattern.CASE_INSENSITIVE);

    /// As long as a pattern may be, in UTF-16 units.
    private static final int MAX_PATTERN = 1000;

    private final NodeReader nodes;

    GlobReader(NodeReader nodes) {
        this.nodes = nodes;
    }

    /// A list of globs, which may be empty.
    Globs globs(Node list, String what) {
        return new Globs(
                nodes.list(list, what).stream()
                        .flatMap(item -> glob(item, what).stream())
                        .toList());
    }

    /// A glob with no placeholders but those that can be filled in.
    Optional<Glob> glob(Node node, String what) {
        return nodes.text(node, what).flatMap(text -> fillable(node, text));
    }

    /// The name of a member as a glob.
    Optional<Glob> glob(Member member, String what) {
        return nodes.name(member, what).flatMap(name -> fillable(member.key(), name));
    }

    private Optional<Glob> fillable(Node node, String text) {
        boolean readable =
                hasKnownPlaceholders(node, text, Place.PLACEHOLDERS) && isOfThisTool(node, text);
        return readable ? Optional.of(new Glob(text)) : Optional.empty();
    }

    private boolean isOfThisTool(Node node, String text) {
        String unfilled = text.replaceAll("(?<![{$])\\{(accountId|region)}(?!})", "");
        if (!OF_OTHER_TOOLS.matcher(unfilled).find()) return true;
        nodes.mistake(
                node,
                "placeholder",
                "%s: in globs only {accountId} and {region} are filled in, and {a,b} is not expanded; write a glob for each"
                        .formatted(text));
        return false;
    }

    /// Words for callers: a string that is not blank, of at most so many characters, without
    /// placeholders, which nothing fills in there.
    Optional<String> words(Node node, String what, int most) {
        return nodes.text(node, what, most).filter(text -> hasNoPlaceholder(node, text));
    }

    /// A regular expression that compiles.
    Optional<WholePattern> pattern(Node node, String what) {
        return nodes.text(node, what)
                .filter(text -> hasKnownPlaceholders(node, text, IN_PATTERN, List.of()))
                .filter(text -> nodes.isShort(text.length(), node, what, MAX_PATTERN))
                .flatMap(text -> compiled(node, what, text));
    }

    private Optional<WholePattern> compiled(Node node, String what, String text) {
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

    /// Whether the text has no placeholders; notes those that it has.
    boolean hasNoPlaceholder(Node node, String text) {
        return hasKnownPlaceholders(node, text, List.of());
    }

    /// Whether the text has no placeholders but known ones; notes the others.
    boolean hasKnownPlaceholders(Node node, String text, Collection<String> known) {
        return hasKnownPlaceholders(node, text, PLACEHOLDER, known);
    }

    private boolean hasKnownPlaceholders(
            Node node, String text, Pattern placeholder, Collection<String> known) {
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

    private void refuse(Node node, String name, Collection<String> known) {
        String others =
                known.isEmpty()
                        ? "there are none here"
                        : known.stream()
                                .collect(Collectors.joining("}, {", "those here are {", "}"));
        nodes.mistake(
                node,
                "placeholder",
                "{%s} is not a placeholder%s; %s"
                        .formatted(name, nodes.mistakes().hint(name, known), others));
    }
}
