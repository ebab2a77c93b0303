package io.hyperpodgateway.e2e;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The events of `events/`, and variations of them.
final class Events {

    private static final Path FOLDER = Path.of("events");

    private Events() {}

    static JsonObject named(String name) {
        try {
            return FunctionFixture.object(Files.readString(FOLDER.resolve(name + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The names of all events, without `env.json`.
    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .filter(name -> !name.equals("env"))
                    .sorted()
                    .toList();
        }
    }

    /// A valid request for a cluster of that name.
    static JsonObject create(String clusterName) {
        JsonObject event = named("create-slurm");
        return event.with(
                "body", Json.of(body(event).with("ClusterName", Json.of(clusterName)).toText()));
    }

    static JsonObject body(JsonObject event) {
        return FunctionFixture.object(event.text("body").orElseThrow());
    }

    /// A GET of that path by the caller of the valid request.
    static JsonObject get(String path) {
        return at(named("policy"), "GET", path);
    }

    /// The event with another method and path.
    static JsonObject at(JsonObject event, String method, String path) {
        JsonObject context = event.object("requestContext").orElseThrow();
        JsonObject http =
                context.object("http")
                        .orElseThrow()
                        .with("method", Json.of(method))
                        .with("path", Json.of(path));
        return event.with("rawPath", Json.of(path))
                .with("requestContext", context.with("http", http));
    }

    /// The event with another authorizer.
    static JsonObject by(JsonObject event, JsonObject authorizer) {
        JsonObject context = event.object("requestContext").orElseThrow();
        return event.with("requestContext", context.with("authorizer", authorizer));
    }

    /// The event with one more header.
    static JsonObject with(JsonObject event, String header, String value) {
        JsonObject headers = event.object("headers").orElseThrow();
        return event.with("headers", headers.with(header, Json.of(value)));
    }
}
