package io.hyperpodgateway.spec.shape;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

/// The JSON Schema of CreateCluster's document.
public final class SchemaDocument {

    private SchemaDocument() {}

    /// The schema (JSON Schema 2020-12) of what a model takes.
    public static JsonObject of(ServiceModel model) {
        return JsonObject.of("$schema", Json.of("https://json-schema.org/draft/2020-12/schema"))
                .with("title", Json.of(model.input().name()));
    }
}
