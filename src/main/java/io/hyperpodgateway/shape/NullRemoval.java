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

import java.util.LinkedHashMap;
import java.util.List;

/// Takes out of a document the nulls that AWS reads as absent: those in the place of members that
/// may be left out.
public final class NullRemoval {

    private final ServiceModel model;

    public NullRemoval(ServiceModel model) {
        this.model = model;
    }

    /// The document without these nulls; itself if it has none.
    public JsonObject of(JsonObject document) {
        return structure(model.input(), document);
    }

    private Json value(String name, Json value) {
        Shape shape = model.shape(name);
        if (shape instanceof StructureShape structure && value instanceof JsonObject object)
            return structure(structure, object);
        if (shape instanceof ListShape list && value instanceof JsonArray(var items))
            return list(list, items, value);
        if (shape instanceof MapShape map && value instanceof JsonObject object)
            return map(map, object);
        return value;
    }

    private JsonObject structure(StructureShape shape, JsonObject object) {
        var members = new LinkedHashMap<String, Json>();
        for (var member : object.members().entrySet()) {
            String name = member.getKey();
            Json before = member.getValue();
            String of = shape.members().get(name);
            boolean leftOut =
                    before instanceof JsonNull && of != null && !shape.required().contains(name);
            if (!leftOut) members.put(name, of == null ? before : value(of, before));
        }
        return members.equals(object.members()) ? object : new JsonObject(members);
    }

    private Json list(ListShape shape, List<Json> items, Json array) {
        List<Json> after = items.stream().map(item -> value(shape.item(), item)).toList();
        return after.equals(items) ? array : new JsonArray(after);
    }

    private JsonObject map(MapShape shape, JsonObject object) {
        var members = new LinkedHashMap<String, Json>();
        object.members().forEach((name, item) -> members.put(name, value(shape.value(), item)));
        return members.equals(object.members()) ? object : new JsonObject(members);
    }
}
