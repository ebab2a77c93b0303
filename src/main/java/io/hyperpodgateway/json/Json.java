package io.hyperpodgateway.json;

import java.util.Optional;

/// A JSON value (RFC 8259) as it was written: members keep their order and numbers their text.
public sealed interface Json
        permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {

    /// A string value.
    static JsonString of(String text) {
        return new JsonString(text);
    }

    /// An integer value.
    static JsonNumber of(long number) {
        return new JsonNumber(Long.toString(number));
    }

    /// A boolean value.
    static JsonBoolean of(boolean value) {
        return value ? JsonBoolean.TRUE : JsonBoolean.FALSE;
    }

    /// This value's text, if it is a string.
    default Optional<String> text() {
        return this instanceof JsonString(var text) ? Optional.of(text) : Optional.empty();
    }

    /// The kind of this value in words, as a message to a person names it: "a string", "an object".
    default String kind() {
        return switch (this) {
            case JsonObject _ -> "an object";
            case JsonArray _ -> "an array";
            case JsonString _ -> "a string";
            case JsonNumber _ -> "a number";
            case JsonBoolean _ -> "a boolean";
            case JsonNull _ -> "null";
        };
    }

    /// This value as compact JSON text, member order and number texts kept.
    default String toText() {
        return JsonWriter.write(this);
    }
}
