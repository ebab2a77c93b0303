package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.policy.check.Prices;

import org.snakeyaml.engine.v2.nodes.Node;

import java.util.Collection;
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

    /// That check, if the demand is `true`.
    <T> Optional<T> ifTrue(T check) {
        return nodes.isTrue(node, name) ? Optional.of(check) : Optional.empty();
    }

    /// A whole number.
    Optional<Long> count() {
        return nodes.count(node, name);
    }

    /// A list of at least one of these words.
    List<String> words(Collection<String> known) {
        return nodes.choices(node, name, known);
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
