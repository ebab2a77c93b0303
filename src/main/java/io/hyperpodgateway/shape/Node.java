package io.hyperpodgateway.shape;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// One value of a document that is being repaired. Its parts are made when they are first asked
/// for.
public final class Node {

    private Json json;
    private final JsonPointer sent;
    private final boolean whole;
    private final boolean made;
    private boolean open;
    private SequencedMap<String, Node> members = new LinkedHashMap<>();
    private List<Node> items = List.of();
    private Optional<Node> parent = Optional.empty();

    private Node(Json json, JsonPointer sent, boolean whole, boolean made) {
        this.json = json;
        this.sent = sent;
        this.whole = whole;
        this.made = made;
    }

    /// The whole document as it was sent.
    public static Node of(JsonObject document) {
        return new Node(document, JsonPointer.ROOT, false, false);
    }

    /// A value that a fix makes, of what was sent at that place or belongs there.
    public static Node made(Json json, JsonPointer sent) {
        return new Node(json, sent, false, true);
    }

    /// A value that a fix makes: all of its parts were sent at that one place.
    public static Node whole(Json json, JsonPointer sent) {
        return new Node(json, sent, true, true);
    }

    /// An item that a fix makes of that one, whose only member is its value.
    public static Node pair(JsonObject pair, Node item, Node value) {
        var made = new Node(pair, item.sent, false, true);
        made.open = true;
        pair.members()
                .forEach((name, json) -> made.put(name, new Node(json, value.sent, true, true)));
        return made;
    }

    /// An array that a fix makes of that object, an item of each of its members.
    public static Node list(JsonArray list, Node object, List<Node> members) {
        var made = new Node(list, object.sent, false, true);
        made.items = new ArrayList<>();
        made.open = true;
        for (int i = 0; i < list.items().size(); i++) {
            made.insert(i, new Node(list.items().get(i), members.get(i).sent, true, true));
        }
        return made;
    }

    /// Whether a fix made it: it was not sent.
    public boolean isMade() {
        return made;
    }

    /// Where it was sent.
    public JsonPointer sent() {
        return sent;
    }

    /// Where what the token names below it was sent, or would have been.
    public JsonPointer sentBelow(String token) {
        return whole ? sent : sent.member(token);
    }

    /// What it holds now.
    public Json json() {
        if (!open || (!isObject() && !isArray())) return json;
        if (json instanceof JsonArray)
            return new JsonArray(items.stream().map(Node::json).toList());
        var values = new LinkedHashMap<String, Json>();
        members.forEach((name, member) -> values.put(name, member.json()));
        return new JsonObject(values);
    }

    /// Whether it is an object.
    public boolean isObject() {
        return json instanceof JsonObject;
    }

    /// Whether it is an array.
    public boolean isArray() {
        return json instanceof JsonArray;
    }

    /// Its members, if it is an object; changed only through this class.
    public SequencedMap<String, Node> members() {
        open();
        return Collections.unmodifiableSequencedMap(members);
    }

    /// Its items, if it is an array.
    public List<Node> items() {
        open();
        return Collections.unmodifiableList(items);
    }

    /// The member of that name.
    public Optional<Node> member(String name) {
        open();
        return Optional.ofNullable(members.get(name));
    }

    /// The part that the token names.
    public Optional<Node> child(String token) {
        open();
        if (!isArray()) return Optional.ofNullable(members.get(token));
        if (!JsonPointer.isIndex(token)) return Optional.empty();
        int index = Integer.parseInt(token);
        return index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
    }

    /// The value that holds it; nothing above the document, or if it was taken out.
    public Optional<Node> parent() {
        return parent;
    }

    private void open() {
        if (open) return;
        open = true;
        if (json instanceof JsonArray(var values)) {
            items = new ArrayList<>(values.size());
            for (int i = 0; i < values.size(); i++)
                items.add(part(values.get(i), Integer.toString(i)));
        } else if (json instanceof JsonObject(var values)) {
            values.forEach((name, value) -> members.put(name, part(value, name)));
        }
    }

    private Node part(Json value, String token) {
        var part = new Node(value, sentBelow(token), whole, made);
        part.parent = Optional.of(this);
        return part;
    }

    /// Its place in the document of that root; nothing if it is not in it.
    public Optional<JsonPointer> pointerIn(Node root) {
        Deque<String> tokens = new ArrayDeque<>();
        Node here = this;
        while (here != root) {
            if (here.parent.isEmpty()) return Optional.empty();
            tokens.addFirst(here.parent.get().tokenOf(here));
            here = here.parent.get();
        }
        return Optional.of(JsonPointer.of(List.copyOf(tokens)));
    }

    /// The token that names that part of it.
    String tokenOf(Node part) {
        if (isArray()) return Integer.toString(items.indexOf(part));
        for (Map.Entry<String, Node> member : members.entrySet()) {
            if (member.getValue() == part) return member.getKey();
        }
        throw new IllegalArgumentException("not a part of this value");
    }

    /// Takes it out of what holds it.
    void detach() {
        parent.ifPresent(holder -> {
            if (holder.isArray()) {
                holder.items.remove(this);
            } else {
                holder.members.remove(holder.tokenOf(this));
            }
        });
        parent = Optional.empty();
    }

    /// Makes that value its member; one that has the name is taken out.
    void put(String name, Node value) {
        member(name).ifPresent(Node::detach);
        members.put(name, value);
        value.parent = Optional.of(this);
    }

    /// Gives a member another name, where it is; one that has the name is taken out.
    void rename(Node value, String name) {
        member(name).ifPresent(Node::detach);
        var renamed = new LinkedHashMap<String, Node>();
        members.forEach((old, member) -> renamed.put(member == value ? name : old, member));
        members = renamed;
    }

    /// Makes that value its item.
    void insert(int index, Node value) {
        open();
        items.add(index, value);
        value.parent = Optional.of(this);
    }

    /// Puts another value in its place.
    void giveWayTo(Node other) {
        Node holder = parent.orElseThrow();
        if (holder.isArray()) {
            holder.items.set(holder.items.indexOf(this), other);
        } else {
            holder.members.put(holder.tokenOf(this), other);
        }
        parent = Optional.empty();
        other.parent = Optional.of(holder);
    }
}
