package io.hyperpodgateway.shape;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonNull;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;

/// One value of a document that is being edited. It knows where it was sent, wherever it is now.
final class Node {

    private enum Origin {
        SENT,
        /// An edit makes it, with parts that belong below its place.
        MADE,
        /// An edit makes it of one value: all of its parts have the place of that.
        MADE_OF_ONE
    }

    private static final SequencedMap<String, Node> NO_MEMBERS =
            Collections.unmodifiableSequencedMap(new LinkedHashMap<>());

    private final Json json;
    private final JsonPointer sent;
    private final Origin origin;
    private boolean isOpen;
    private boolean isChanged;
    private SequencedMap<String, Node> members = NO_MEMBERS;
    private List<Node> items = List.of();
    private Optional<Node> parent = Optional.empty();

    private Node(Json json, JsonPointer sent, Origin origin) {
        this.json = json;
        this.sent = sent;
        this.origin = origin;
    }

    /// The whole document as it was sent.
    static Node of(JsonObject document) {
        return new Node(document, JsonPointer.ROOT, Origin.SENT);
    }

    /// A value that an edit makes, of what was sent at that place or belongs there.
    static Node made(Json json, JsonPointer place) {
        return new Node(json, place, Origin.MADE);
    }

    /// A value that an edit makes of one that was sent at that place.
    static Node madeOfOne(Json json, JsonPointer place) {
        return new Node(json, place, Origin.MADE_OF_ONE);
    }

    /// A value that an edit makes of several.
    ///
    /// @param parts where each of its parts was sent, in their order
    static Node madeOfSeveral(Json json, JsonPointer place, List<JsonPointer> parts) {
        var made = new Node(json, place, Origin.MADE);
        Iterator<JsonPointer> places = parts.iterator();
        made.open((value, _) -> madeOfOne(value, places.next()));
        return made;
    }

    /// Whether an edit made it: it was not sent.
    boolean isMade() {
        return origin != Origin.SENT;
    }

    /// Where it was sent, or belongs.
    JsonPointer sent() {
        return sent;
    }

    /// Where its part of that name was sent, or belongs.
    JsonPointer sentBelow(String token) {
        return origin == Origin.MADE_OF_ONE ? sent : sent.member(token);
    }

    /// What it holds now.
    Json json() {
        if (!isChanged) return json;
        if (isArray()) return new JsonArray(items.stream().map(Node::json).toList());
        var values = new LinkedHashMap<String, Json>();
        members.forEach((name, member) -> values.put(name, member.json()));
        return new JsonObject(values);
    }

    boolean isObject() {
        return json instanceof JsonObject;
    }

    boolean isArray() {
        return json instanceof JsonArray;
    }

    boolean isNull() {
        return json instanceof JsonNull;
    }

    /// Its members; none if it is no object.
    SequencedMap<String, Node> members() {
        open();
        return Collections.unmodifiableSequencedMap(members);
    }

    /// Its items; none if it is no array.
    List<Node> items() {
        open();
        return Collections.unmodifiableList(items);
    }

    /// Its members or items.
    Collection<Node> parts() {
        return isArray() ? items() : members().values();
    }

    /// The member of that name.
    Optional<Node> member(String name) {
        open();
        return Optional.ofNullable(members.get(name));
    }

    /// The member or item that the token names.
    Optional<Node> part(String token) {
        if (!isArray()) return member(token);
        if (!JsonPointer.isIndex(token)) return Optional.empty();
        int index = Integer.parseInt(token);
        return index < items().size() ? Optional.of(items.get(index)) : Optional.empty();
    }

    /// The value at that place below this one.
    Optional<Node> at(JsonPointer place) {
        Optional<Node> here = Optional.of(this);
        for (String token : place.tokens()) here = here.flatMap(node -> node.part(token));
        return here;
    }

    /// The value that holds it; none above the document, or if it was taken out.
    Optional<Node> parent() {
        return parent;
    }

    private void open() {
        if (!isOpen) open((value, token) -> new Node(value, sentBelow(token), origin));
    }

    private void open(BiFunction<Json, String, Node> made) {
        isOpen = true;
        if (json instanceof JsonArray(var values)) {
            items = new ArrayList<>(values.size());
            for (Json value : values) {
                items.add(held(made.apply(value, Integer.toString(items.size()))));
            }
        } else if (json instanceof JsonObject(var values)) {
            members = new LinkedHashMap<>();
            values.forEach((name, value) -> members.put(name, held(made.apply(value, name))));
        }
    }

    private Node held(Node part) {
        part.parent = Optional.of(this);
        return part;
    }

    /// Its place in the document of that root; none if it is not in it.
    Optional<JsonPointer> pointerIn(Node root) {
        if (this == root) return Optional.of(JsonPointer.ROOT);
        return parent.flatMap(holder -> holder.pointerIn(root)).map(place -> place.member(token()));
    }

    /// Its name or index in the value that holds it.
    String token() {
        Node holder = parent.orElseThrow();
        if (holder.isArray()) return Integer.toString(holder.items.indexOf(this));
        return holder.members.entrySet().stream()
                .filter(member -> member.getValue() == this)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private void markChanged() {
        isChanged = true;
        parent.ifPresent(Node::markChanged);
    }

    /// Takes it out of the value that holds it.
    void detach() {
        if (parent.isEmpty()) return;
        Node holder = parent.get();
        if (holder.isArray()) {
            holder.items.remove(this);
        } else {
            holder.members.remove(token());
        }
        holder.markChanged();
        parent = Optional.empty();
    }

    /// Makes that value its member: in its place, if it has been one by another name. A member that
    /// has the name is taken out.
    void put(String name, Node value) {
        member(name).ifPresent(Node::detach);
        if (value.parent.filter(holder -> holder == this).isPresent()) {
            var before = new LinkedHashMap<>(members);
            members.clear();
            before.forEach((old, member) -> members.put(member == value ? name : old, member));
        } else {
            value.detach();
            members.put(name, held(value));
        }
        markChanged();
    }

    /// Makes that value its item.
    void insert(int index, Node value) {
        open();
        items.add(index, held(value));
        markChanged();
    }

    /// Puts another value in its place.
    void replaceWith(Node other) {
        Node holder = parent.orElseThrow();
        if (holder.isArray()) {
            holder.items.set(holder.items.indexOf(this), other);
        } else {
            holder.members.put(token(), other);
        }
        parent = Optional.empty();
        holder.held(other);
        holder.markChanged();
    }
}
