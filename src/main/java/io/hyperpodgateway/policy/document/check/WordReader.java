package io.hyperpodgateway.policy.document.check;

import io.hyperpodgateway.policy.document.NodeReader;
import io.hyperpodgateway.policy.document.YamlNode;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// Reads demands of a word or a few.
final class WordReader {

    private final NodeReader nodes;

    WordReader(NodeReader nodes) {
        this.nodes = nodes;
    }

    /// `true`, which makes it a demand. There is no demand of the opposite.
    <T> Optional<T> required(YamlNode demand, String what, T check) {
        Optional<Boolean> truth = nodes.truth(demand, what);
        if (truth.equals(Optional.of(true))) return Optional.of(check);
        if (truth.isPresent())
            nodes.mistake(demand, "enum", what + " is false, not true: leave the rule out instead");
        return Optional.empty();
    }

    /// The one word that it takes.
    <T> Optional<T> word(YamlNode demand, String what, String word, T check) {
        return nodes.choice(demand, what, List.of(word)).map(_ -> check);
    }

    /// A list of at least one of the known words, each once.
    List<String> words(YamlNode demand, String what, Collection<String> known) {
        var words = new LinkedHashSet<String>();
        for (YamlNode item : nodes.filledList(demand, what)) {
            nodes.choice(item, "an item of " + what, known)
                    .filter(word -> !words.add(word))
                    .ifPresent(word -> refuseSecond(item, what, word));
        }
        return List.copyOf(words);
    }

    private void refuseSecond(YamlNode item, String what, String word) {
        nodes.mistake(
                item, "duplicate-item", "%s stands more than once in %s".formatted(word, what));
    }
}
