package io.hyperpodgateway.model;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.model.Shape.BooleanShape;
import io.hyperpodgateway.model.Shape.EnumShape;
import io.hyperpodgateway.model.Shape.IntegerShape;
import io.hyperpodgateway.model.Shape.ListShape;
import io.hyperpodgateway.model.Shape.MapShape;
import io.hyperpodgateway.model.Shape.StringShape;
import io.hyperpodgateway.model.Shape.StructureShape;
import io.hyperpodgateway.model.Shape.TimestampShape;
import io.hyperpodgateway.text.Reading;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/// Reads a `service-2.json` into shapes: CreateCluster's input and what it reaches, nothing more.
final class ServiceModelReader {

    private static final String OPERATION = "CreateCluster";
    private static final String ANSWERING = "DescribeCluster";

    /// The longest text, in code points, that a pattern is matched against: on some thousands more
    /// the engine overflows its stack.
    private static final long LONGEST_MATCHED = 4_096;

    private final JsonObject model;
    private final Map<String, Shape> shapes = new LinkedHashMap<>();
    private final Deque<String> ahead = new ArrayDeque<>();

    private ServiceModelReader(JsonObject model) {
        this.model = model;
    }

    static ServiceModelReader read(byte[] file) {
        if (JsonReader.read(file) instanceof Reading.Read(JsonObject model)) {
            var reader = new ServiceModelReader(model);
            reader.follow(reader.inputName());
            return reader;
        }
        throw new IllegalArgumentException("the service model is not one JSON object");
    }

    String apiVersion() {
        return member(model, "metadata")
                .text("apiVersion")
                .orElseThrow(() -> unreadable("apiVersion"));
    }

    Optional<LocalDate> date() {
        return member(model, "metadata").text("date").map(ServiceModelReader::day);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("the service model's date is " + text, e);
        }
    }

    Map<String, Shape> shapes() {
        return Collections.unmodifiableMap(shapes);
    }

    StructureShape input() {
        if (shapes.get(inputName()) instanceof StructureShape input) return input;
        throw unreadable(inputName());
    }

    private String inputName() {
        return named(member(member(model, "operations"), OPERATION), "input");
    }

    /// The members that only DescribeCluster's answer has, by the structure of CreateCluster's
    /// document that is in the same place; none if the model does not have that operation.
    Map<String, SequencedSet<String>> answerMembers() {
        var found = new LinkedHashMap<String, SequencedSet<String>>();
        member(model, "operations")
                .object(ANSWERING)
                .ifPresent(operation ->
                        compare(inputName(), named(operation, "output"), found, new HashSet<>()));
        return found;
    }

    private void compare(
            String asked,
            String answered,
            Map<String, SequencedSet<String>> found,
            Set<List<String>> compared) {
        if (!compared.add(List.of(asked, answered))) return;
        switch (shapes.get(asked)) {
            case StructureShape structure -> {
                JsonObject members = described(answered).object("members").orElse(JsonObject.EMPTY);
                for (String name : members.members().keySet()) {
                    Optional<String> member = structure.member(name);
                    if (member.isEmpty()) {
                        found.computeIfAbsent(asked, _ -> new LinkedHashSet<>()).add(name);
                    } else {
                        compare(member.get(), named(members, name), found, compared);
                    }
                }
            }
            case ListShape list when described(answered).object("member").isPresent() ->
                    compare(list.item(), named(described(answered), "member"), found, compared);
            case null, default -> {}
        }
    }

    private JsonObject described(String shape) {
        return member(member(model, "shapes"), shape);
    }

    private void follow(String first) {
        ahead.add(first);
        while (!ahead.isEmpty()) {
            String name = ahead.remove();
            if (!shapes.containsKey(name)) {
                shapes.put(name, shape(name, member(member(model, "shapes"), name)));
            }
        }
    }

    private Shape shape(String name, JsonObject json) {
        return switch (json.text("type").orElse("nothing")) {
            case "structure" -> structure(name, json);
            case "list" -> new ListShape(name, reached(json, "member"), bounds(json));
            case "map" ->
                    new MapShape(name, reached(json, "key"), reached(json, "value"), bounds(json));
            case "string" -> json.get("enum").isPresent() ? choice(name, json) : string(name, json);
            case "integer" -> integer(name, json, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "long" -> integer(name, json, Long.MIN_VALUE, Long.MAX_VALUE);
            case "boolean" -> new BooleanShape(name);
            case "timestamp" -> new TimestampShape(name);
            case String type ->
                    throw new IllegalArgumentException(
                            "the shape %s is of type %s, which cannot be checked"
                                    .formatted(name, type));
        };
    }

    private StructureShape structure(String name, JsonObject json) {
        var members = new LinkedHashMap<String, String>();
        JsonObject described = member(json, "members");
        for (String member : described.members().keySet()) {
            members.put(member, reached(described, member));
        }
        boolean union = json.get("union").equals(Optional.of(Json.of(true)));
        return new StructureShape(name, members, texts(json.items("required")), union);
    }

    private static EnumShape choice(String name, JsonObject json) {
        return new EnumShape(name, texts(json.items("enum")));
    }

    private static StringShape string(String name, JsonObject json) {
        Bounds length = bounds(json);
        Optional<ShapePattern> pattern = json.text("pattern").map(ShapePattern::new);
        if (pattern.isPresent() && length.max().filter(max -> max <= LONGEST_MATCHED).isEmpty()) {
            throw new IllegalArgumentException(
                    "the shape %s has a pattern and may be longer than %d: it cannot be matched safely"
                            .formatted(name, LONGEST_MATCHED));
        }
        return new StringShape(name, length, pattern);
    }

    private static IntegerShape integer(String name, JsonObject json, long least, long most) {
        Bounds bounds = bounds(json);
        return new IntegerShape(
                name,
                new Bounds(
                        Optional.of(bounds.min().orElse(least)),
                        Optional.of(bounds.max().orElse(most))));
    }

    private static Bounds bounds(JsonObject json) {
        return new Bounds(json.integer("min"), json.integer("max"));
    }

    private static SequencedSet<String> texts(List<Json> items) {
        var texts = new LinkedHashSet<String>();
        items.forEach(item -> item.text().ifPresent(texts::add));
        return texts;
    }

    private String reached(JsonObject json, String member) {
        String name = named(json, member);
        ahead.add(name);
        return name;
    }

    private static String named(JsonObject json, String member) {
        return member(json, member).text("shape").orElseThrow(() -> unreadable(member));
    }

    private static JsonObject member(JsonObject json, String name) {
        return json.object(name).orElseThrow(() -> unreadable(name));
    }

    private static IllegalArgumentException unreadable(String name) {
        return new IllegalArgumentException("the service model does not say what " + name + " is");
    }
}
