package io.hyperpodgateway.shape;

import io.hyperpodgateway.finding.PatchOperation;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;
import io.hyperpodgateway.shape.Edit.Move;
import io.hyperpodgateway.shape.Edit.Remove;
import io.hyperpodgateway.shape.Edit.RemoveAll;
import io.hyperpodgateway.shape.Edit.Rename;
import io.hyperpodgateway.shape.Edit.Replace;
import io.hyperpodgateway.shape.Edit.Split;
import io.hyperpodgateway.shape.Edit.Unwrap;
import io.hyperpodgateway.shape.Edit.Wrap;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/// A document with edits applied to it, one after the other.
///
/// The document that the shape check goes on with is one, in which edits are made as they are
/// found. Their operations are written by applying them to another, in the order in which an answer
/// lists them: places then are those of the moment at which a client comes to the operation.
public final class Draft {

    private Node root;

    // of the parts that edits name, the ones that stand for them in this draft
    private final IdentityHashMap<Node, Node> own = new IdentityHashMap<>();

    private Draft(Node root) {
        this.root = root;
    }

    /// The draft in which edits are found: it is of the parts that they name.
    public static Draft of(Node root) {
        return new Draft(root);
    }

    /// The document as it was sent, to which these edits will be applied.
    public static Draft of(JsonObject document, List<Edit> edits) {
        var draft = new Draft(Node.of(document));
        for (Edit edit : edits) {
            draft.adopt(edit.node());
            if (edit instanceof Move(_, Node below, _)) draft.adopt(below);
            if (edit instanceof Split(_, var members, _)) members.forEach(draft::adopt);
            if (edit instanceof RemoveAll(_, var members)) members.forEach(draft::adopt);
        }
        return draft;
    }

    private void adopt(Node node) {
        if (!own.containsKey(node)) at(node.sent()).ifPresent(found -> own.put(node, found));
    }

    private Optional<Node> at(JsonPointer place) {
        Optional<Node> here = Optional.of(root);
        for (String token : place.tokens()) here = here.flatMap(node -> node.child(token));
        return here;
    }

    /// The whole document.
    public Node root() {
        return root;
    }

    /// Applies the edit.
    ///
    /// @return its operations; none, and nothing is changed, if its part is not in the document any
    ///   more or has a place that an operation cannot name
    public List<PatchOperation> apply(Edit edit) {
        Node node = own(edit.node());
        Optional<JsonPointer> place = node.pointerIn(root).filter(Draft::isNameable);
        return place.map(from -> operations(edit, node, from)).orElse(List.of());
    }

    private Node own(Node node) {
        return own.getOrDefault(node, node);
    }

    // libraries differ on what a tilde in a name is
    private static boolean isNameable(JsonPointer place) {
        return place.shortened().equals(place)
                && place.tokens().stream().noneMatch(token -> token.contains("~"));
    }

    private List<PatchOperation> operations(Edit edit, Node node, JsonPointer from) {
        return switch (edit) {
            case Remove _ -> {
                node.detach();
                yield List.of(new PatchOperation.Remove(from));
            }
            case RemoveAll(_, List<Node> members) -> removeAll(members);
            case Rename(_, String name) -> rename(node, from, name);
            case Move(_, Node below, List<String> path) -> move(node, from, own(below), path);
            case Replace(_, Node made) -> {
                node.giveWayTo(own.isEmpty() ? made : Node.made(made.json(), made.sent()));
                yield List.of(new PatchOperation.Replace(from, made.json()));
            }
            case Wrap(_, Node array) -> wrap(node, from, array);
            case Split split -> split(node, from, split);
            case Unwrap _ -> {
                node.detach();
                root = node;
                yield List.of(new PatchOperation.Move(from, JsonPointer.ROOT));
            }
        };
    }

    private List<PatchOperation> removeAll(List<Node> members) {
        var operations = new ArrayList<PatchOperation>();
        for (Node member : members) {
            Node node = own(member);
            Optional<JsonPointer> place = node.pointerIn(root).filter(Draft::isNameable);
            if (place.isEmpty()) continue;
            node.detach();
            operations.add(new PatchOperation.Remove(place.get()));
        }
        return operations;
    }

    private static List<PatchOperation> rename(Node node, JsonPointer from, String name) {
        node.parent().orElseThrow().rename(node, name);
        return List.of(new PatchOperation.Move(from, above(from).member(name)));
    }

    private List<PatchOperation> move(Node node, JsonPointer from, Node below, List<String> path) {
        Optional<JsonPointer> base = below.pointerIn(root);
        if (base.isEmpty()) return List.of();
        var operations = new ArrayList<PatchOperation>();
        JsonPointer here = base.get();
        Node holder = below;
        for (String name : path.subList(0, path.size() - 1)) {
            here = here.member(name);
            Optional<Node> next = holder.member(name).filter(Node::isObject);
            if (next.isEmpty()) operations.add(new PatchOperation.Add(here, JsonObject.EMPTY));
            Node made = next.orElse(Node.made(JsonObject.EMPTY, holder.sentBelow(name)));
            if (next.isEmpty()) holder.put(name, made);
            holder = made;
        }
        node.detach();
        holder.put(path.getLast(), node);
        operations.add(new PatchOperation.Move(from, here.member(path.getLast())));
        return operations;
    }

    private List<PatchOperation> wrap(Node node, JsonPointer from, Node array) {
        Node list = own.isEmpty() ? array : Node.made(new JsonArray(List.of()), array.sent());
        if (list != array) own.put(array, list);
        node.giveWayTo(list);
        list.insert(0, node);
        return List.of(new PatchOperation.Replace(from, list.json()));
    }

    private List<PatchOperation> split(Node node, JsonPointer from, Split split) {
        var operations = new ArrayList<PatchOperation>();
        Node list = node.parent().orElseThrow();
        int index = list.items().indexOf(node);
        for (int i = 0; i < split.members().size(); i++) {
            Node member = own(split.members().get(i));
            String name = node.tokenOf(member);
            Node template = split.items().get(i);
            Node item = own.isEmpty() ? template : Node.made(JsonObject.EMPTY, template.sent());
            if (item != template) own.put(template, item);
            index++;
            list.insert(index, item);
            member.detach();
            item.put(name, member);
            JsonPointer to = above(from).item(index);
            operations.add(new PatchOperation.Add(to, JsonObject.EMPTY));
            operations.add(new PatchOperation.Move(from.member(name), to.member(name)));
        }
        return operations;
    }

    private static JsonPointer above(JsonPointer place) {
        List<String> tokens = place.tokens();
        return JsonPointer.of(tokens.subList(0, tokens.size() - 1));
    }
}
