package io.hyperpodgateway.shape;

import io.hyperpodgateway.finding.PatchOperation;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.shape.Edit.Delete;
import io.hyperpodgateway.shape.Edit.Relocate;
import io.hyperpodgateway.shape.Edit.Rename;
import io.hyperpodgateway.shape.Edit.Split;
import io.hyperpodgateway.shape.Edit.Substitute;
import io.hyperpodgateway.shape.Edit.Unwrap;
import io.hyperpodgateway.shape.Edit.WrapInArray;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A document to which edits are applied, one after the other.
///
/// The shape check applies its edits to one as it finds them, and goes on with what they leave.
/// Their operations are written by applying them to a second one in the order in which an answer
/// lists them: the places then are those of the moment at which a client comes to the operation.
final class EditedDocument {

    private Node root;

    // of the values that edits name, those of this document
    private final IdentityHashMap<Node, Node> own = new IdentityHashMap<>();

    EditedDocument(JsonObject sent) {
        this.root = Node.of(sent);
    }

    /// The document as it was sent, to which edits of another copy will be applied.
    EditedDocument(JsonObject sent, Stream<Edit> edits) {
        this(sent);
        edits.flatMap(Edit::nodes)
                .forEach(node -> root.at(node.sent()).ifPresent(found -> own.put(node, found)));
    }

    /// The whole document.
    Node root() {
        return root;
    }

    /// Applies the edit.
    ///
    /// @return its operations; none, and nothing is changed, if its value is not in the document
    ///   any more or has a place that an operation cannot name
    List<PatchOperation> apply(Edit edit) {
        Node node = own(edit.node());
        return place(node).map(from -> operations(edit, node, from)).orElse(List.of());
    }

    private Node own(Node node) {
        return own.getOrDefault(node, node);
    }

    // libraries differ on what a tilde in a name is
    private Optional<JsonPointer> place(Node node) {
        return node.pointerIn(root)
                .filter(place ->
                        place.shortened().equals(place)
                                && place.tokens().stream().noneMatch(token -> token.contains("~")));
    }

    private List<PatchOperation> operations(Edit edit, Node node, JsonPointer from) {
        return switch (edit) {
            case Delete _ -> {
                node.detach();
                yield List.of(new PatchOperation.Remove(from));
            }
            case Rename(_, String name) -> {
                node.parent().orElseThrow().put(name, node);
                yield List.of(new PatchOperation.Move(from, above(from).member(name)));
            }
            case Relocate(_, Node holder, List<String> path) -> move(node, from, own(holder), path);
            case Substitute(_, Node by) -> {
                node.replaceWith(by);
                yield List.of(new PatchOperation.Replace(from, by.json()));
            }
            case WrapInArray _ -> {
                Node array = Node.made(new JsonArray(List.of()), node.sent());
                node.replaceWith(array);
                array.insert(0, node);
                yield List.of(new PatchOperation.Replace(from, array.json()));
            }
            case Split(_, List<Node> members) -> split(node, from, members);
            case Unwrap _ -> {
                node.detach();
                root = node;
                yield List.of(new PatchOperation.Move(from, JsonPointer.ROOT));
            }
        };
    }

    private List<PatchOperation> move(Node node, JsonPointer from, Node holder, List<String> path) {
        Optional<JsonPointer> base = holder.pointerIn(root);
        if (base.isEmpty()) return List.of();
        var operations = new ArrayList<PatchOperation>();
        JsonPointer to = base.get();
        Node here = holder;
        for (String name : path.subList(0, path.size() - 1)) {
            to = to.member(name);
            if (here.member(name).filter(Node::isObject).isEmpty()) {
                here.put(name, Node.made(JsonObject.EMPTY, here.sentBelow(name)));
                operations.add(new PatchOperation.Add(to, JsonObject.EMPTY));
            }
            here = here.member(name).orElseThrow();
        }
        here.put(path.getLast(), node);
        operations.add(new PatchOperation.Move(from, to.member(path.getLast())));
        return operations;
    }

    private List<PatchOperation> split(Node node, JsonPointer from, List<Node> members) {
        var operations = new ArrayList<PatchOperation>();
        Node list = node.parent().orElseThrow();
        int index = list.items().indexOf(node);
        for (Node each : members) {
            Node member = own(each);
            String name = member.token();
            Node item = Node.made(JsonObject.EMPTY, node.sent());
            index++;
            list.insert(index, item);
            item.put(name, member);
            JsonPointer to = above(from).item(index);
            operations.add(new PatchOperation.Add(to, JsonObject.EMPTY));
            operations.add(new PatchOperation.Move(from.member(name), to.member(name)));
        }
        return operations;
    }

    private static JsonPointer above(JsonPointer place) {
        return place.parent().orElseThrow();
    }
}
