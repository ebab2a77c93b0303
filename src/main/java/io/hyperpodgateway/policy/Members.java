package io.hyperpodgateway.policy;

import io.hyperpodgateway.policy.YamlNode.Member;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// The members of an object, each once.
record Members(SequencedMap<String, Member> byName) {

    /// No members: what is read of an object that is none.
    static final Members NONE = new Members(new LinkedHashMap<>());

    Optional<Member> member(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Optional<YamlNode> value(String name) {
        return member(name).map(Member::value);
    }

    Collection<Member> all() {
        return byName.values();
    }

    boolean isEmpty() {
        return byName.isEmpty();
    }
}
