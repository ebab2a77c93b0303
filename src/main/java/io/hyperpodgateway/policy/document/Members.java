package io.hyperpodgateway.policy.document;

import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// The members of an object, each once, in the order in which they are written.
record Members(SequencedMap<String, Member> byName) {

    /// No members: what is read of an object that is none.
    static final Members NONE = new Members(new LinkedHashMap<>());

    /// One named value; its name is a text, whatever it looks like.
    record Member(ScalarNode key, Node value) {

        String name() {
            return key.getValue();
        }
    }

    /// The member of that name, if there is one.
    Optional<Member> member(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// The value of that name, if there is one.
    Optional<Node> value(String name) {
        return member(name).map(Member::value);
    }

    Collection<Member> all() {
        return byName.values();
    }

    boolean isEmpty() {
        return byName.isEmpty();
    }
}
