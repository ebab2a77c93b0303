package io.hyperpodgateway.http;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

/// What `GET /health` tells anybody.
///
/// @param version the gateway's version
/// @param policyVersion the version that the policy's author gave it
/// @param model the service model: `apiVersion`, `date` (the day that it bears) and `fingerprint`
///   (SHA-256, hex)
public record Health(String version, String policyVersion, JsonObject model) {

    HttpAnswer answer() {
        return HttpAnswer.json(
                200,
                JsonObject.of("status", Json.of("ok"))
                        .with("version", Json.of(version))
                        .with("policyVersion", Json.of(policyVersion))
                        .with("model", model));
    }
}
