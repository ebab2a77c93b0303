package io.hyperpodgateway.http;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.model.ServiceModel;
import io.hyperpodgateway.policy.Policy;

import java.util.function.Supplier;

/// The answer to `GET /health`.
///
/// @param version the gateway's version
/// @param policyVersion the version in the policy document
/// @param policySha256 SHA-256 of the policy document, hex
/// @param model the service model: `apiVersion`, `date` and `fingerprint` (SHA-256, hex)
public record Health(
        String version, String policyVersion, String policySha256, Supplier<JsonObject> model) {

    public static Health of(String version, Policy policy, ServiceModel model) {
        return new Health(version, policy.version(), policy.sha256(), () -> toJson(model));
    }

    private static JsonObject toJson(ServiceModel model) {
        return JsonObject.of("apiVersion", Json.of(model.apiVersion()))
                .with("date", model.date().map(date -> Json.of(date.toString())))
                .with("fingerprint", Json.of(model.fingerprint()));
    }

    HttpAnswer answer() {
        return HttpAnswer.json(
                200,
                JsonObject.of("status", Json.of("ok"))
                        .with("version", Json.of(version))
                        .with("policyVersion", Json.of(policyVersion))
                        .with("policySha256", Json.of(policySha256))
                        .with("model", model.get()));
    }
}
