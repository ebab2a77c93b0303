package io.hyperpodgateway.request;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonPointer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// An object of a request and its place. It is tolerant: a member of another type than the one that
/// is asked for is as good as absent, since the shape check reports it.
///
/// @param pointer its place in the request
/// @param json its members
public record Section(JsonPointer pointer, JsonObject json) {

    /// More items than AWS takes of any list that rules look into: a request with more of them is
    /// refused by the shape check, so the others need no look.
    private static final int MAX_ITEMS = 200;

    public Section {
        Objects.requireNonNull(pointer);
        Objects.requireNonNull(json);
    }

    /// Whether it has no members.
    public boolean isEmpty() {
        return json.members().isEmpty();
    }

    /// Whether it has a member of that name, of whatever type.
    public boolean has(String member) {
        return json.get(member).isPresent();
    }

    /// The member, if it is a string.
    public Optional<String> text(String member) {
        return json.text(member);
    }

    /// Whether the member is that string.
    public boolean is(String member, String value) {
        return text(member).filter(value::equals).isPresent();
    }

    /// The member, if it is an integer of at most 64 bits.
    public Optional<Long> integer(String member) {
        return json.integer(member);
    }

    /// The member, if it is an object.
    public Optional<Section> section(String member) {
        return json.object(member).map(object -> new Section(at(member), object));
    }

    /// The object at the end of these members, if each of them is one.
    public Optional<Section> section(String member, String... below) {
        Optional<Section> here = section(member);
        for (String name : below) here = here.flatMap(section -> section.section(name));
        return here;
    }

    /// Whether the member is an array that holds something.
    public boolean hasItems(String member) {
        return !json.items(member).isEmpty();
    }

    /// How many items the array has; 0 if it is none.
    public int count(String member) {
        return json.items(member).size();
    }

    /// The first 200 items of the array; none if it is none.
    public List<Json> items(String member) {
        List<Json> items = json.items(member);
        return items.size() > MAX_ITEMS ? items.subList(0, MAX_ITEMS) : items;
    }

    /// Those items of the array that are objects.
    public List<Section> sections(String member) {
        List<Json> items = items(member);
        var sections = new ArrayList<Section>(items.size());
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof JsonObject object)
                sections.add(new Section(at(member).item(i), object));
        }
        return sections;
    }

    /// Those items of the array that are strings, with their places.
    public List<Text> texts(String member) {
        List<Json> items = items(member);
        var texts = new ArrayList<Text>(items.size());
        for (int i = 0; i < items.size(); i++) {
            JsonPointer place = at(member).item(i);
            items.get(i).text().ifPresent(text -> texts.add(new Text(place, text)));
        }
        return texts;
    }

    /// Whether the member is an array without items.
    public boolean isEmptyArray(String member) {
        return json.get(member)
                .filter(value -> value instanceof JsonArray(var items) && items.isEmpty())
                .isPresent();
    }

    /// The place of a member, or where it would be.
    public JsonPointer at(String member) {
        return pointer.member(member);
    }

    /// A string of a request and its place.
    public record Text(JsonPointer pointer, String value) {
        public Text {
            Objects.requireNonNull(pointer);
            Objects.requireNonNull(value);
        }
    }
}
