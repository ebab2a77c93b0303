package io.hyperpodgateway.http;

import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;
import io.hyperpodgateway.text.Reading;

/// Parses the JSON texts in the tables of this package.
final class Texts {

    private Texts() {}

    /// @throws IllegalArgumentException if the text is not an object
    static JsonObject object(String text) {
        return value(text) instanceof JsonObject object ? object : fail(text);
    }

    /// @throws IllegalArgumentException if the text is not JSON
    static Json value(String text) {
        return JsonReader.read(text) instanceof Reading.Read(var value) ? value : fail(text);
    }

    /// A reference to a component.
    ///
    /// @param kind `schemas`, `examples` and so on
    static JsonObject reference(String kind, String name) {
        return JsonObject.of("$ref", Json.of("#/components/%s/%s".formatted(kind, name)));
    }

    private static JsonObject fail(String text) {
        throw new IllegalArgumentException("not as expected: " + text);
    }
}
