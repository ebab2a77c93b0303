package io.hyperpodgateway.http;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonArray;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonString;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

/// The JSON Schema of CreateCluster's document as components of the description, with its
/// definitions beside it.
final class RequestSchema {

    /// The component with the document's schema.
    static final String NAME = "CreateClusterRequest";

    private static final String COMPONENTS = "#/components/schemas/";
    private static final String DESCRIPTION = "description";
    private static final String PATTERN = "pattern";
    private static final String DEFINITIONS = "#/$defs/";

    /// Members that only a schema document of its own has.
    private static final Set<String> OF_THE_DOCUMENT = Set.of("$schema", "$id", "$defs");

    private RequestSchema() {}

    static JsonObject components(JsonObject schema) {
        JsonObject root = schema;
        for (String member : OF_THE_DOCUMENT) root = root.without(member);
        JsonObject components = JsonObject.of(NAME, relocated(root));
        JsonObject definitions = schema.object("$defs").orElse(JsonObject.EMPTY);
        for (var definition : definitions.members().entrySet()) {
            components = components.with(definition.getKey(), relocated(definition.getValue()));
        }
        return components;
    }

    /// The value with references to the new place of definitions.
    private static Json relocated(Json value) {
        return switch (value) {
            case JsonObject schema when uncommon(schema).isPresent() ->
                    relocated(inWords(schema, uncommon(schema).get()));
            case JsonObject(var members) -> {
                var copy = new LinkedHashMap<String, Json>();
                members.forEach((name, member) ->
                        copy.put(
                                name,
                                name.equals("$ref") && member instanceof JsonString(var place)
                                        ? Json.of(relocated(place))
                                        : relocated(member)));
                yield new JsonObject(copy);
            }
            case JsonArray(var items) ->
                    new JsonArray(items.stream().map(RequestSchema::relocated).toList());
            default -> value;
        };
    }

    private static Optional<String> uncommon(JsonObject schema) {
        return schema.text(PATTERN).filter(pattern -> !CommonPattern.is(pattern));
    }

    private static JsonObject inWords(JsonObject schema, String pattern) {
        String description = schema.text(DESCRIPTION).orElse("");
        return schema.without(PATTERN)
                .with(DESCRIPTION, Json.of(description + CommonPattern.words(pattern)));
    }

    private static String relocated(String place) {
        if (place.equals("#")) return COMPONENTS + NAME;
        return place.startsWith(DEFINITIONS)
                ? COMPONENTS + place.substring(DEFINITIONS.length())
                : place;
    }
}
