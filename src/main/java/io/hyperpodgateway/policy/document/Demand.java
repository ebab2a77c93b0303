package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.policy.check.Prices;

import org.snakeyaml.engine.v2.nodes.Node;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// What one check of a rule demands, as the document writes it.
///
/// @param name the name of the check
/// @param autoScaling whether the rule allows automatic scaling
/// @param prices those of the same document
record Demand(
        String name,
        Node node,
        boolean autoScaling,
        NodeReader nodes,
        GlobReader globs,
        InstanceTypeReader types,
        Prices prices) {

    /// That check, if the demand is `true`. There is no demand of the opposite.
    <T> Optional<T> ifTrue(T check) {
        Optional<String> truth = nodes.scalar(node, name, NodeKind.BOOLEAN, "true or false");
        if (truth.isEmpty()) return Optional.empty();
        if (Boolean.parseBoolean(truth.get())) return Optional.of(check);
        nodes.mistake(node, "enum", name + " is false, not true: leave the rule out instead");
        return Optional.empty();
    }

    /// A whole number.
    Optional<Long> count() {
        return nodes.count(node, name);
    }

    /// A list of at least one of these words, each once.
    List<String> words(Collection<String> known) {
        return words(node, name, known);
    }

    /// The same below the demand.
    List<String> words(Node list, String what, Collection<String> known) {
        var words = new LinkedHashSet<String>();
        for (Node item : nodes.filledList(list, what)) {
            nodes.choice(item, "an item of " + what, known)
                    .filter(word -> !words.add(word))
                    .ifPresent(word ->
                            nodes.mistake(
                                    item,
                                    "duplicate-item",
                                    "%s is listed more than once in %s".formatted(word, what)));
        }
        return List.copyOf(words);
    }

    /// An object of at least one member, by any name.
    Optional<Members> members() {
        return nodes.filledObject(node, name);
    }

    /// An object of at least one of these members.
    Optional<Members> members(Collection<String> known) {
        return nodes.filledObject(node, name, known);
    }

    /// An object of all these members.
    Optional<Members> allMembers(Collection<String> names) {
        return nodes.completeObject(node, name, names);
    }
}
