package io.hyperpodgateway.json;

import java.util.Objects;

/// A JSON string, its escapes resolved.
public record JsonString(String value) implements Json {

    public JsonString {
        Objects.requireNonNull(value);
    }
}
