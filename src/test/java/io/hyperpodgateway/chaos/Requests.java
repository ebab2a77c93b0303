package io.hyperpodgateway.chaos;

import io.hyperpodgateway.admission.key.IdempotencyKey;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The events that are sent.
final class Requests {

    static final String GATEWAY = "chaos";

    /// The event for the reconciler.
    static final String SCHEDULED = "{\"source\":\"aws.events\"}";

    private static final String ACCOUNT = "000000000000";
    private static final String PRINCIPAL = "arn:aws:iam::000000000000:role/ml-research";
    private static final JsonObject CREATE = read(Path.of("events/create-slurm.json"));

    private Requests() {}

    static String create(String clusterName, String key) {
        return with(clusterName, "Idempotency-Key", key).toText();
    }

    /// A request that uses most of the function and creates nothing.
    static String dryRun() {
        return with("warm", "accept", "*/*")
                .with("rawQueryString", Json.of("dryRun=true"))
                .toText();
    }

    /// A request for a cluster that does not exist.
    static String look() {
        JsonObject context = CREATE.object("requestContext").orElseThrow();
        JsonObject http =
                context.object("http")
                        .orElseThrow()
                        .with("method", Json.of("GET"))
                        .with("path", Json.of("/clusters/warm"));
        return CREATE.without("body")
                .with("rawPath", Json.of("/clusters/warm"))
                .with("requestContext", context.with("http", http))
                .toText();
    }

    /// The id of a key's intents.
    static String requestId(String key) {
        return new IdempotencyKey(key).requestId(GATEWAY, ACCOUNT, PRINCIPAL);
    }

    private static JsonObject with(String clusterName, String header, String value) {
        JsonObject headers = CREATE.object("headers").orElseThrow();
        JsonObject body = object(CREATE.text("body").orElseThrow());
        return CREATE.with("headers", headers.with(header, Json.of(value)))
                .with("body", Json.of(body.with("ClusterName", Json.of(clusterName)).toText()));
    }

    private static JsonObject read(Path file) {
        try {
            return object(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject object(String text) {
        return (JsonObject) JsonReader.read(text).orElseThrow();
    }
}
