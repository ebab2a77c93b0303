package io.hyperpodgateway.policy.document;

import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;

import java.util.Set;
import java.util.stream.Stream;

/// What YAML takes a value for.
enum NodeKind {
    OBJECT("an object", Tag.MAP),
    LIST("a list", Tag.SEQ),
    NUMBER("a number", Tag.INT, Tag.FLOAT),
    BOOLEAN("a boolean", Tag.BOOL),
    NULL("null", Tag.NULL),
    STRING("a string", Tag.STR),
    /// It has a mistake that is noted already.
    UNUSABLE("unusable");

    private final String words;
    private final Set<Tag> tags;

    NodeKind(String words, Tag... tags) {
        this.words = words;
        this.tags = Set.of(tags);
    }

    /// What the value is.
    static NodeKind of(Node node) {
        return Stream.of(values())
                .filter(kind -> kind.tags.contains(node.getTag()))
                .findFirst()
                .orElse(UNUSABLE);
    }

    @Override
    public String toString() {
        return words;
    }
}
