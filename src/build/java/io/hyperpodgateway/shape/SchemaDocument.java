package io.hyperpodgateway.shape;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.model.Shape;
import io.hyperpodgateway.model.Shape.StructureShape;

import java.util.LinkedHashMap;

/// The JSON Schema of CreateCluster's document, for editors and for clients' own checks.
///
/// It agrees with the shape check on what is valid and where it is not, but for three things that a
/// schema cannot say: `1.0` and `1e2` are integers to it, it knows no month's days, and a time's
/// offset does not move the bounds of its year.
public final class SchemaDocument {

    private SchemaDocument() {}

    /// The schema (JSON Schema 2020-12) of what a model takes: the document itself at the root, and
    /// every other shape under `$defs` by its name. The same model makes the same bytes.
    ///
    /// @throws IllegalArgumentException if a pattern of the model cannot be told in ECMA-262, with
    ///   that pattern
    public static JsonObject of(ServiceModel model) {
        StructureShape input = model.input();
        var writer = new SchemaWriter(input.name());
        var shapes = new LinkedHashMap<String, Json>();
        for (Shape shape : model.shapes().values()) {
            if (!shape.name().equals(input.name())) shapes.put(shape.name(), writer.schema(shape));
        }
        return heading(model).withAll(writer.schema(input)).with("$defs", new JsonObject(shapes));
    }

    private static JsonObject heading(ServiceModel model) {
        String origin = "SageMaker %s, model %s".formatted(model.apiVersion(), model.fingerprint());
        return JsonObject.of("$schema", Json.of("https://json-schema.org/draft/2020-12/schema"))
                .with("$id", Json.of("urn:hyperpod-gateway:schema:" + model.input().name()))
                .with("$comment", Json.of(origin))
                .with("title", Json.of(SchemaWords.title(model.input().name())));
    }
}
