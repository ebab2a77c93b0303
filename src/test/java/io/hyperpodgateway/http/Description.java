package io.hyperpodgateway.http;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// The OpenAPI description in the archive, applied to answers more strictly than by clients: an
/// undescribed member is a mistake.
public final class Description {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final JsonObject WHOLE = resource("/documents/openapi.json");

    /// Schemas of which others define the members.
    private static final Set<String> OPEN =
            Set.of("Problem", "JsonSchema", "OpenApi", "ApiGatewayMessage");

    private static final JsonObject STRICT = strict();

    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private Description() {}

    static JsonObject whole() {
        return WHOLE;
    }

    /// The example bodies of `POST /clusters`, by name, with `x-query` and `x-status`.
    public static JsonObject requestExamples() {
        return operation(Route.CREATE_CLUSTER)
                .object("requestBody")
                .flatMap(body -> body.object("content"))
                .flatMap(content -> content.object("application/json"))
                .flatMap(json -> json.object("examples"))
                .orElseThrow();
    }

    /// The example answer of that name.
    public static JsonObject answerExample(String name) {
        return components("examples").object(name).flatMap(it -> it.object("value")).orElseThrow();
    }

    /// The components of a kind: `schemas`, `examples` and so on.
    static JsonObject components(String kind) {
        return WHOLE.object("components").orElseThrow().object(kind).orElseThrow();
    }

    /// The target of a reference, or the object itself.
    static JsonObject resolved(JsonObject object) {
        return object.text("$ref").map(Description::at).orElse(object);
    }

    /// The operation of a route.
    static JsonObject operation(Route route) {
        return WHOLE.object("paths")
                .flatMap(paths -> paths.object(route.template()))
                .flatMap(path -> path.object(route.method().toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> new AssertionError(route + " is not described"));
    }

    /// The differences between an answer and its description: status, header fields, media type,
    /// body.
    ///
    /// @param headers the answer's header fields
    /// @param body may be empty
    public static List<String> mistakes(
            String method, String path, int status, Map<String, String> headers, String body) {
        Optional<JsonObject> response = response(method, path, status);
        if (response.isEmpty()) return List.of("%d is not described".formatted(status));
        var mistakes = new ArrayList<>(headerMistakes(response.get(), headers));
        if (body.isEmpty()) {
            if (response.get().get("content").isPresent()) mistakes.add("a body is described");
            return mistakes;
        }
        String type = fields(headers).getOrDefault("content-type", "");
        Optional<JsonObject> mediaType =
                response.get().object("content").flatMap(content -> content.object(type));
        if (mediaType.isEmpty())
            mistakes.add("the media type \"%s\" is not described".formatted(type));
        String value = type.startsWith("text/") ? Json.of(body).toText() : body;
        mediaType.ifPresent(described ->
                mistakes.addAll(violations(described.object("schema").orElseThrow(), value)));
        return mistakes;
    }

    /// The violations of a schema of the description.
    static List<String> violations(JsonObject schema, String text) {
        return SCHEMAS
                .computeIfAbsent(schema.toText(), _ -> compiled(schema))
                .validate(text, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    /// The response for a status; for requests without an operation it is a component.
    private static Optional<JsonObject> response(String method, String path, int status) {
        return switch (Routing.of(method, path)) {
            case Routing.FoundRoute(var route, _) ->
                    operation(route)
                            .object("responses")
                            .orElseThrow()
                            .object(Integer.toString(status));
            case Routing.WrongMethod _ when status == 405 ->
                    components("responses").object("method-not-allowed");
            case Routing.NoSuchPath _ when status == 404 ->
                    operation(Route.DESCRIBE_CLUSTER)
                            .object("responses")
                            .orElseThrow()
                            .object("404");
            case Routing.WrongMethod _, Routing.NoSuchPath _ -> Optional.empty();
        };
    }

    private static List<String> headerMistakes(JsonObject response, Map<String, String> headers) {
        JsonObject described = response.object("headers").orElseThrow();
        var mistakes = new ArrayList<String>();
        for (var header : fields(headers).entrySet()) {
            if (Set.of("content-type", "cache-control", "date", "content-length")
                    .contains(header.getKey())) continue;
            Optional<String> name =
                    described.members().keySet().stream()
                            .filter(one -> one.equalsIgnoreCase(header.getKey()))
                            .findFirst();
            if (name.isEmpty()) mistakes.add("the header %s is not described".formatted(header));
        }
        return mistakes;
    }

    private static Map<String, String> fields(Map<String, String> headers) {
        var fields = new TreeMap<String, String>();
        headers.forEach((name, value) -> fields.put(name.toLowerCase(Locale.ROOT), value));
        return fields;
    }

    private static Schema compiled(JsonObject schema) {
        JsonObject withComponents = schema.with("components", JsonObject.of("schemas", STRICT));
        return REGISTRY.getSchema(withComponents.toText(), InputFormat.JSON);
    }

    private static JsonObject strict() {
        JsonObject schemas = components("schemas");
        for (var schema : schemas.members().entrySet()) {
            if (OPEN.contains(schema.getKey())) continue;
            JsonObject object = (JsonObject) schema.getValue();
            if (object.get("properties").isPresent()
                    && object.get("additionalProperties").isEmpty())
                schemas =
                        schemas.with(
                                schema.getKey(),
                                object.with("unevaluatedProperties", Json.of(false)));
        }
        return schemas;
    }

    private static JsonObject at(String reference) {
        JsonObject there = WHOLE;
        for (String name : reference.substring("#/".length()).split("/")) {
            there =
                    there.object(name)
                            .orElseThrow(() -> new AssertionError(reference + " leads nowhere"));
        }
        return there;
    }

    private static JsonObject resource(String name) {
        try (InputStream file = Description.class.getResourceAsStream(name)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return (JsonObject) JsonReader.read(text).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
