package io.hyperpodgateway.http;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

/// The OpenAPI description of the gateway.
public final class OpenApiDocument {

    private OpenApiDocument() {}

    /// The description (OpenAPI 3.1).
    ///
    /// @param schema the JSON Schema of CreateCluster's document
    public static JsonObject of(JsonObject schema) {
        return JsonObject.of("openapi", Json.of("3.1.0")).with("title", schema.get("title"));
    }
}
