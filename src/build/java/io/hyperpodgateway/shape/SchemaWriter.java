package io.hyperpodgateway.shape;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.model.Bounds;
import io.hyperpodgateway.model.Shape;
import io.hyperpodgateway.model.Shape.BooleanShape;
import io.hyperpodgateway.model.Shape.EnumShape;
import io.hyperpodgateway.model.Shape.IntegerShape;
import io.hyperpodgateway.model.Shape.ListShape;
import io.hyperpodgateway.model.Shape.MapShape;
import io.hyperpodgateway.model.Shape.StringShape;
import io.hyperpodgateway.model.Shape.StructureShape;
import io.hyperpodgateway.model.Shape.TimestampShape;
import io.hyperpodgateway.model.ShapePattern;
import io.hyperpodgateway.model.Timestamps;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// Writes shapes as JSON Schemas. None of them takes a null.
///
/// A title stands where a shape is referred to, not on the shape: editors show the shape's instead
/// of the member's, if there are both.
///
/// @param root the shape that stands at the schema's root
record SchemaWriter(String root) {

    /// As much of a time in ISO 8601 as a pattern can say. The years begin before 1970, for an
    /// offset may bring a moment of 1969 into it.
    private static final String TIME =
            "(19[6-9]\\d|[2-9]\\d{3})-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])"
                    + "[Tt]([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{0,9})?)?"
                    + "([Zz]|[+-](0\\d|1[0-7])(:[0-5]\\d){0,2}|[+-]18(:00){0,2})";

    /// How many members a union holds.
    private static final Bounds ONE = new Bounds(Optional.of(1L), Optional.of(1L));

    /// The schema of one shape.
    JsonObject schema(Shape shape) {
        return JsonObject.of("description", Json.of(SchemaWords.description(shape)))
                .withAll(constraints(shape));
    }

    private JsonObject constraints(Shape shape) {
        return switch (shape) {
            case StructureShape structure -> structure(structure);
            case ListShape list -> list(list);
            case MapShape map -> map(map);
            case StringShape string -> string(string);
            case EnumShape choice -> choice(choice);
            case IntegerShape integer -> integer(integer);
            case BooleanShape _ -> type("boolean");
            case TimestampShape _ -> timestamp();
        };
    }

    private JsonObject structure(StructureShape shape) {
        var members = new LinkedHashMap<String, Json>();
        shape.members().forEach((name, member) -> members.put(name, reference(name, member)));
        return type("object")
                .with("properties", new JsonObject(members))
                .withAll(required(shape.required()))
                .withAll(
                        shape.union()
                                ? bounds(ONE, "minProperties", "maxProperties")
                                : JsonObject.EMPTY)
                .with("additionalProperties", Json.of(false));
    }

    private static JsonObject required(SequencedSet<String> members) {
        return members.isEmpty()
                ? JsonObject.EMPTY
                : JsonObject.of("required", JsonArray.ofTexts(members));
    }

    private JsonObject list(ListShape shape) {
        return type("array")
                .with("items", reference(shape.item(), shape.item()))
                .withAll(bounds(shape.count(), "minItems", "maxItems"));
    }

    private JsonObject map(MapShape shape) {
        return type("object")
                .with("propertyNames", reference(shape.key(), shape.key()))
                .with("additionalProperties", reference(shape.value(), shape.value()))
                .withAll(bounds(shape.count(), "minProperties", "maxProperties"));
    }

    private static JsonObject string(StringShape shape) {
        return type("string")
                .withAll(bounds(shape.length(), "minLength", "maxLength"))
                .with("pattern", shape.pattern().map(SchemaWriter::pattern));
    }

    private static Json pattern(ShapePattern pattern) {
        return Json.of(EcmaPattern.of(pattern.toString()));
    }

    /// A type that the model does not know is valid, yet editors propose those that it knows.
    private static JsonObject choice(EnumShape shape) {
        JsonObject known = JsonObject.of("enum", JsonArray.ofTexts(shape.values()));
        if (!shape.isInstanceType()) return type("string").withAll(known);
        return type("string").with("anyOf", new JsonArray(List.of(known, JsonObject.EMPTY)));
    }

    private static JsonObject integer(IntegerShape shape) {
        return type("integer").withAll(bounds(shape.range(), "minimum", "maximum"));
    }

    /// Each bound binds values of its own type alone.
    private static JsonObject timestamp() {
        return JsonObject.of("type", JsonArray.ofTexts(List.of("number", "string")))
                .with("minimum", Json.of(0))
                .with("exclusiveMaximum", new JsonNumber(Timestamps.END.toPlainString()))
                .with("pattern", Json.of(EcmaPattern.of(TIME)));
    }

    private static JsonObject bounds(Bounds bounds, String min, String max) {
        return JsonObject.EMPTY
                .with(min, bounds.min().map(Json::of))
                .with(max, bounds.max().map(Json::of));
    }

    private JsonObject reference(String name, String shape) {
        return JsonObject.of("title", Json.of(SchemaWords.title(name)))
                .with("$ref", Json.of(shape.equals(root) ? "#" : "#/$defs/" + shape));
    }

    private static JsonObject type(String name) {
        return JsonObject.of("type", Json.of(name));
    }
}
