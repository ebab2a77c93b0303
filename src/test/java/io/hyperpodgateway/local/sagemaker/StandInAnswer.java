package io.hyperpodgateway.local.sagemaker;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import java.util.Objects;
import java.util.Set;

record StandInAnswer(int status, String body) {

    /// Errors in the service model spell their member `Message`; those of all AWS services spell it
    /// `message`.
    private static final Set<String> DECLARED =
            Set.of("ResourceInUse", "ResourceLimitExceeded", "ResourceNotFound");

    StandInAnswer {
        Objects.requireNonNull(body);
    }

    static StandInAnswer ok(JsonObject document) {
        return new StandInAnswer(200, document.toText());
    }

    static StandInAnswer refusal(int status, String code, String message) {
        String member = DECLARED.contains(code) ? "Message" : "message";
        JsonObject document = JsonObject.of("__type", Json.of(code)).with(member, Json.of(message));
        return new StandInAnswer(status, document.toText());
    }
}
