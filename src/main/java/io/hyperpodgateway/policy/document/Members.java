package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.policy.document.YamlNode.Member;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// The members of an object, each once.
public record Members(SequencedMap<String, Member> byName) {

    /// No members: what is read of an object that is none.
    public static final Members NONE = new Members(new LinkedHashMap<>());

    /// The member of that name with its place, if there is one.
    public Optional<Member> member(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// The value of that name, if there is one.
    public Optional<YamlNode> value(String name) {
        return member(name).map(Member::value);
    }

    /// All, in the order in which they are written.
    public Collection<Member> all() {
        return byName.values();
    }

    /// Whether there is none.
    public boolean isEmpty() {
        return byName.isEmpty();
    }
}
