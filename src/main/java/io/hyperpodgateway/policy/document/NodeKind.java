package io.hyperpodgateway.policy.document;

import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;

import java.util.Map;

/// What YAML takes a value for.
enum NodeKind {
    OBJECT("an object"),
    LIST("a list"),
    NUMBER("a number"),
    BOOLEAN("a boolean"),
    NULL("null"),
    STRING("a string"),
    /// It has a mistake that is noted already.
    UNUSABLE("unusable");

    private static final Map<Tag, NodeKind> BY_TAG =
            Map.ofEntries(
                    Map.entry(Tag.MAP, OBJECT),
                    Map.entry(Tag.SEQ, LIST),
                    Map.entry(Tag.INT, NUMBER),
                    Map.entry(Tag.FLOAT, NUMBER),
                    Map.entry(Tag.BOOL, BOOLEAN),
                    Map.entry(Tag.NULL, NULL),
                    Map.entry(Tag.STR, STRING));

    private final String words;

    NodeKind(String words) {
        this.words = words;
    }

    static NodeKind of(Node node) {
        return BY_TAG.getOrDefault(node.getTag(), UNUSABLE);
    }

    @Override
    public String toString() {
        return words;
    }
}
