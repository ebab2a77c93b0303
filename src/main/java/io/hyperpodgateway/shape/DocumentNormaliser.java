package io.hyperpodgateway.shape;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonNull;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.model.Shape;
import io.hyperpodgateway.model.Shape.ListShape;
import io.hyperpodgateway.model.Shape.MapShape;
import io.hyperpodgateway.model.Shape.StructureShape;
import io.hyperpodgateway.model.Shape.TimestampShape;
import io.hyperpodgateway.model.Timestamps;

import java.util.LinkedHashMap;
import java.util.Optional;

/// Writes a document as AWS reads it, and leaves everything else in it as it is.
public final class DocumentNormaliser {

    private enum Change {
        EPOCH_SECONDS,
        LEAVE_OUT_NULLS
    }

    private final ServiceModel model;

    public DocumentNormaliser(ServiceModel model) {
        this.model = model;
    }

    /// The document with its timestamps as epoch seconds.
    public JsonObject withEpochSeconds(JsonObject document) {
        return structure(Change.EPOCH_SECONDS, model.input(), document);
    }

    /// The document without the nulls that AWS reads as absent: those of members that may be left
    /// out.
    public JsonObject withoutNulls(JsonObject document) {
        return structure(Change.LEAVE_OUT_NULLS, model.input(), document);
    }

    private Json value(Change change, Shape shape, Json value) {
        return switch (shape) {
            case StructureShape structure when value instanceof JsonObject object ->
                    structure(change, structure, object);
            case ListShape list when value instanceof JsonArray(var items) -> {
                Shape of = model.shape(list.item());
                yield new JsonArray(items.stream().map(item -> value(change, of, item)).toList());
            }
            case MapShape map when value instanceof JsonObject object -> map(change, map, object);
            case TimestampShape _ when change == Change.EPOCH_SECONDS ->
                    Timestamps.epochSeconds(value).<Json>map(Timestamps::toJson).orElse(value);
            case Shape _ -> value;
        };
    }

    private JsonObject structure(Change change, StructureShape shape, JsonObject object) {
        var members = new LinkedHashMap<String, Json>();
        object.members()
                .forEach((name, member) -> {
                    Optional<String> of = shape.member(name);
                    boolean isLeftOut =
                            change == Change.LEAVE_OUT_NULLS
                                    && member instanceof JsonNull
                                    && of.isPresent()
                                    && !shape.required().contains(name);
                    if (!isLeftOut) members.put(name, member(change, of, member));
                });
        return new JsonObject(members);
    }

    private Json member(Change change, Optional<String> shape, Json member) {
        return shape.map(name -> value(change, model.shape(name), member)).orElse(member);
    }

    private JsonObject map(Change change, MapShape shape, JsonObject object) {
        var members = new LinkedHashMap<String, Json>();
        Shape of = model.shape(shape.value());
        object.members().forEach((name, member) -> members.put(name, value(change, of, member)));
        return new JsonObject(members);
    }
}
