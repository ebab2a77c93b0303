package io.hyperpodgateway.shape;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
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

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Function;

/// Spells every timestamp of a document as the wire does, and leaves everything else as it is.
public final class TimestampNormaliser {

    private final ServiceModel model;

    public TimestampNormaliser(ServiceModel model) {
        this.model = model;
    }

    /// The document with its timestamps as epoch seconds.
    public JsonObject normalised(JsonObject document) {
        return structure(model.input(), document);
    }

    private Json value(Shape shape, Json value) {
        return switch (shape) {
            case StructureShape structure when value instanceof JsonObject object ->
                    structure(structure, object);
            case ListShape list when value instanceof JsonArray(var items) ->
                    new JsonArray(
                            items.stream()
                                    .map(item -> value(model.shape(list.item()), item))
                                    .toList());
            case MapShape map when value instanceof JsonObject object ->
                    members(object, _ -> Optional.of(map.value()));
            case TimestampShape _ ->
                    Timestamps.epochSeconds(value).<Json>map(Timestamps::toJson).orElse(value);
            case StructureShape _,
                    ListShape _,
                    MapShape _,
                    StringShape _,
                    EnumShape _,
                    IntegerShape _,
                    BooleanShape _ ->
                    value;
        };
    }

    private JsonObject structure(StructureShape shape, JsonObject object) {
        return members(object, shape::member);
    }

    /// The object with its members normalised as the shapes that their names have.
    private JsonObject members(JsonObject object, Function<String, Optional<String>> shapes) {
        var members = new LinkedHashMap<String, Json>();
        object.members()
                .forEach((name, member) ->
                        members.put(
                                name,
                                shapes.apply(name)
                                        .map(shape -> value(model.shape(shape), member))
                                        .orElse(member)));
        return new JsonObject(members);
    }
}
