package io.hyperpodgateway.policy.document;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.policy.document.YamlNode.Mapping;
import io.hyperpodgateway.policy.document.YamlNode.Member;
import io.hyperpodgateway.policy.document.YamlNode.Scalar;
import io.hyperpodgateway.policy.document.YamlNode.Sequence;
import io.hyperpodgateway.policy.document.YamlNode.Unusable;

import java.util.ArrayList;
import java.util.List;

/// Nodes written down as JSON: a document that the archive's build has read once is read again
/// without the YAML library, whose 110 classes a cold start would load.
///
/// A scalar is `["scalar", line, column, type, text]`, a list `["list", line, column, item, …]`, an
/// object `["object", line, column, name, value, …]`.
public final class CompactNodes {

    private static final String SCALAR = "scalar";
    private static final String LIST = "list";
    private static final String OBJECT = "object";

    /// What stands before the parts: kind, line and column.
    private static final int HEAD = 3;

    private CompactNodes() {}

    /// Writes a node with all its parts.
    ///
    /// @throws IllegalArgumentException if a part of it cannot be used
    public static JsonArray write(YamlNode node) {
        var items = new ArrayList<Json>();
        switch (node) {
            case Scalar(var text, var type, _, _) -> {
                begin(items, SCALAR, node);
                items.add(Json.of(type.name()));
                items.add(Json.of(text));
            }
            case Sequence(var parts, _, _) -> {
                begin(items, LIST, node);
                for (YamlNode part : parts) items.add(write(part));
            }
            case Mapping(var members, _, _) -> {
                begin(items, OBJECT, node);
                for (Member member : members) {
                    items.add(write(member.name()));
                    items.add(write(member.value()));
                }
            }
            case Unusable _ -> throw new IllegalArgumentException("unusable at " + node.line());
        }
        return new JsonArray(items);
    }

    private static void begin(List<Json> items, String kind, YamlNode node) {
        items.add(Json.of(kind));
        items.add(Json.of(node.line()));
        items.add(Json.of(node.column()));
    }

    /// Reads a node with all its parts.
    ///
    /// @throws IllegalArgumentException if that was not written by [#write]
    public static YamlNode read(Json json) {
        if (!(json instanceof JsonArray(var items)) || items.size() < HEAD) throw foreign();
        int line = number(items.get(1));
        int column = number(items.get(2));
        List<Json> parts = items.subList(HEAD, items.size());
        return switch (text(items.getFirst())) {
            case SCALAR ->
                    new Scalar(
                            text(parts.get(1)),
                            Scalar.Type.valueOf(text(parts.getFirst())),
                            line,
                            column);
            case LIST -> new Sequence(nodes(parts), line, column);
            case OBJECT -> new Mapping(members(nodes(parts)), line, column);
            default -> throw foreign();
        };
    }

    private static List<YamlNode> nodes(List<Json> parts) {
        var nodes = new ArrayList<YamlNode>(parts.size());
        for (Json part : parts) nodes.add(read(part));
        return nodes;
    }

    private static List<Member> members(List<YamlNode> nodes) {
        var members = new ArrayList<Member>(nodes.size() / 2);
        for (int i = 0; i + 1 < nodes.size(); i += 2) {
            if (!(nodes.get(i) instanceof Scalar name)) throw foreign();
            members.add(new Member(name, nodes.get(i + 1)));
        }
        return members;
    }

    private static String text(Json json) {
        return json.text().orElseThrow(CompactNodes::foreign);
    }

    private static int number(Json json) {
        if (json instanceof JsonNumber number) {
            return Math.toIntExact(number.asLong().orElseThrow(CompactNodes::foreign));
        }
        throw foreign();
    }

    private static IllegalArgumentException foreign() {
        return new IllegalArgumentException("not written by this class");
    }
}
