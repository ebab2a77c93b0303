package io.hyperpodgateway.shape;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonBoolean;
import io.hyperpodgateway.json.JsonNumber;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonString;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.model.Shape;
import io.hyperpodgateway.model.Shape.BooleanShape;
import io.hyperpodgateway.model.Shape.EnumShape;
import io.hyperpodgateway.model.Shape.IntegerShape;
import io.hyperpodgateway.model.Shape.ListShape;
import io.hyperpodgateway.model.Shape.MapShape;
import io.hyperpodgateway.model.Shape.StringShape;
import io.hyperpodgateway.model.Shape.StructureShape;
import io.hyperpodgateway.model.Shape.TimestampShape;
import io.hyperpodgateway.model.Timestamps;

import java.util.List;

/// Tells whether everything in one document is as its shape has it, and gives up at the first
/// doubt: what is wrong, and what is meant by it, is for [Walk] to tell.
///
/// Nearly every document is flawless, and this takes a quarter of the time of the walk, which knows
/// where it stands.
final class FlawlessShapes {

    private static final int MATCHED = 128;

    private final ServiceModel model;
    // What matched its shape's pattern, and the shape, in the place that the text's hash gives it:
    // most groups say the same of most things.
    private final String[] matched = new String[MATCHED];
    private final StringShape[] shapes = new StringShape[MATCHED];

    FlawlessShapes(ServiceModel model) {
        this.model = model;
    }

    /// Whether the walk would find nothing in the document.
    boolean hold(JsonObject document) {
        return holds(model.input(), document);
    }

    private boolean holds(Shape shape, Json value) {
        return switch (shape) {
            case StructureShape structure ->
                    value instanceof JsonObject object && structure(structure, object);
            case StringShape string ->
                    value instanceof JsonString(var text) && string(string, text);
            case EnumShape choice ->
                    value instanceof JsonString(var text) && choice.values().contains(text);
            case ListShape list -> value instanceof JsonArray(var items) && list(list, items);
            case IntegerShape integer ->
                    value instanceof JsonNumber number && integer(integer, number);
            case MapShape map -> value instanceof JsonObject object && map(map, object);
            case BooleanShape _ -> value instanceof JsonBoolean;
            case TimestampShape _ ->
                    Timestamps.epochSeconds(value).filter(Timestamps::isInRange).isPresent();
        };
    }

    private boolean structure(StructureShape shape, JsonObject object) {
        for (String name : shape.required()) {
            if (!object.members().containsKey(name)) return false;
        }
        if (shape.union() && object.members().size() != 1) return false;
        return object.all((name, value) -> member(shape, name, value));
    }

    private boolean member(StructureShape shape, String name, Json value) {
        String member = shape.members().get(name);
        return member != null && holds(model.shape(member), value);
    }

    private boolean list(ListShape shape, List<Json> items) {
        if (!shape.count().hold(items.size())) return false;
        Shape of = model.shape(shape.item());
        for (int i = 0; i < items.size(); i++) {
            if (!holds(of, items.get(i))) return false;
        }
        return true;
    }

    private boolean map(MapShape shape, JsonObject object) {
        Shape key = model.shape(shape.key());
        Shape of = model.shape(shape.value());
        return shape.count().hold(object.members().size())
                && object.all((name, value) -> holds(key, Json.of(name)) && holds(of, value));
    }

    @SuppressWarnings("ReferenceEquality") // the model has one object for each shape
    private boolean string(StringShape shape, String text) {
        int place = text.hashCode() & MATCHED - 1;
        if (shapes[place] == shape && matched[place].equals(text)) return true;
        if (!shape.fits(text) || !shape.matches(text)) return false;
        shapes[place] = shape;
        matched[place] = text;
        return true;
    }

    private static boolean integer(IntegerShape shape, JsonNumber number) {
        return number.asLong().filter(shape.range()::hold).isPresent();
    }
}
