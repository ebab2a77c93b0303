package io.hyperpodgateway.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// A JSON object: its members, each once, in the order in which they were written.
public record JsonObject(SequencedMap<String, Json> members) implements Json {

    /// The object without members.
    public static final JsonObject EMPTY = new JsonObject(new LinkedHashMap<>());

    public JsonObject {
        var copy = LinkedHashMap.<String, Json>newLinkedHashMap(members.size());
        members.forEach((name, value) ->
                copy.put(Objects.requireNonNull(name), Objects.requireNonNull(value)));
        members = Collections.unmodifiableSequencedMap(copy);
    }

    /// The object of one member.
    public static JsonObject of(String name, Json value) {
        return EMPTY.with(name, value);
    }

    /// The member of that name, if there is one.
    public Optional<Json> get(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /// The member of that name, if it is a string.
    public Optional<String> text(String name) {
        return get(name).flatMap(Json::text);
    }

    /// The member of that name, if it is an object.
    public Optional<JsonObject> object(String name) {
        return members.get(name) instanceof JsonObject object
                ? Optional.of(object)
                : Optional.empty();
    }

    /// The items of the array of that name; none if there is no such array.
    public List<Json> items(String name) {
        return members.get(name) instanceof JsonArray(var items) ? items : List.of();
    }

    /// The integer of that name, if there is one that fits a `long`.
    public Optional<Long> integer(String name) {
        return members.get(name) instanceof JsonNumber number ? number.asLong() : Optional.empty();
    }

    /// This object with the member set: in its place if it was there, at the end if not.
    public JsonObject with(String name, Json value) {
        var copy = new LinkedHashMap<>(members);
        copy.put(name, value);
        return new JsonObject(copy);
    }

    /// This object with the member set if there is a value for it.
    public JsonObject with(String name, Optional<? extends Json> value) {
        return value.isPresent() ? with(name, value.get()) : this;
    }

    /// This object with all members of another, which replace its own.
    public JsonObject withAll(JsonObject other) {
        var copy = new LinkedHashMap<>(members);
        copy.putAll(other.members);
        return new JsonObject(copy);
    }

    /// This object without the member.
    public JsonObject without(String name) {
        if (!members.containsKey(name)) return this;
        var copy = new LinkedHashMap<>(members);
        copy.remove(name);
        return new JsonObject(copy);
    }

    /// The members in their order.
    public Stream<Map.Entry<String, Json>> stream() {
        return members.entrySet().stream();
    }
}
