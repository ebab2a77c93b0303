package io.hyperpodgateway.admission;

import io.hyperpodgateway.admission.settlement.ClusterOwnership;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;

import java.util.ArrayList;

/// The request to SageMaker: the caller's document with the tag that names the request.
final class TaggedRequest {

    private TaggedRequest() {}

    /// Appends the gateway's tag to the caller's own.
    static JsonObject of(JsonObject document, String requestId) {
        var tags = new ArrayList<>(document.items("Tags"));
        tags.add(
                JsonObject.of("Key", Json.of(ClusterOwnership.TAG))
                        .with("Value", Json.of(requestId)));
        return document.with("Tags", new JsonArray(tags));
    }
}
